/** The short way of {@code gatepass token}, wired by hand. */
@NullMarked
package io.gatepass.bootstrap.fasttoken;

import org.jspecify.annotations.NullMarked;
