/** What follows a WebSocket's handshake: bytes that go both ways. */
@NullMarked
package io.gatepass.adapters.http.proxy.conduit;

import org.jspecify.annotations.NullMarked;
