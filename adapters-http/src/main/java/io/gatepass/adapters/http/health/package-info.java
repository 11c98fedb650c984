/** Finds the loopback proxy that runs on this machine. */
@NullMarked
package io.gatepass.adapters.http.health;

import org.jspecify.annotations.NullMarked;
