/** The loopback proxy on Jetty: its server, and who may pass. */
@NullMarked
package io.gatepass.adapters.http.proxy;

import org.jspecify.annotations.NullMarked;
