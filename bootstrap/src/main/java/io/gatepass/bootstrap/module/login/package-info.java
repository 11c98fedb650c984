/** The part of the object graph that is about signing in as such. */
@NullMarked
package io.gatepass.bootstrap.module.login;

import org.jspecify.annotations.NullMarked;
