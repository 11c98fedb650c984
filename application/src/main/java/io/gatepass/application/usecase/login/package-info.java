/** Signing in for its own sake, and what is known of it. */
@NullMarked
package io.gatepass.application.usecase.login;

import org.jspecify.annotations.NullMarked;
