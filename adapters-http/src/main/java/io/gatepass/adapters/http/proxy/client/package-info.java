/** The client's end of a request: its body, and whether it is still there. */
@NullMarked
package io.gatepass.adapters.http.proxy.client;

import org.jspecify.annotations.NullMarked;
