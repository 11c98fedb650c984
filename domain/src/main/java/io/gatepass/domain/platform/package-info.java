/** The machine and the user's place on it, as values that are handed in. */
@NullMarked
package io.gatepass.domain.platform;

import org.jspecify.annotations.NullMarked;
