/** The proxy's connections to the gateway. */
@NullMarked
package io.gatepass.adapters.http.proxy.gateway;

import org.jspecify.annotations.NullMarked;
