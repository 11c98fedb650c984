/** Small things that gatepass has learnt and may forget, and the lock around a login. */
@NullMarked
package io.gatepass.adapters.fs.state;

import org.jspecify.annotations.NullMarked;
