/** One request on its way to the gateway, and its answer on the way back. */
@NullMarked
package io.gatepass.adapters.http.proxy.forward;

import org.jspecify.annotations.NullMarked;
