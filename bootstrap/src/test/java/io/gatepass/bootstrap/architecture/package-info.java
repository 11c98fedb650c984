/** The architecture's rules, checked on every module's classes and sources. */
@NullMarked
package io.gatepass.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
