/** Small things that gatepass has learnt and may forget. */
@NullMarked
package io.gatepass.adapters.fs.state;

import org.jspecify.annotations.NullMarked;
