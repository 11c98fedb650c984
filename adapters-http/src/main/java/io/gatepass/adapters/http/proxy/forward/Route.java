package io.gatepass.adapters.http.proxy.forward;

import io.gatepass.adapters.http.proxy.client.HangUps;
import io.gatepass.application.port.ProxyServer.Gatekeeper;
import java.net.URI;
import org.eclipse.jetty.client.HttpClient;

/**
 * The way to the gateway.
 *
 * @param client speaks to it
 * @param origin its scheme, host and port
 * @param prefix the path that its address may have, without a slash at the end
 * @param outgoing what is changed on the way out
 * @param gatekeeper knows a token
 * @param hangUps the clients that wait
 */
public record Route(
    HttpClient client,
    URI origin,
    String prefix,
    Outgoing outgoing,
    Gatekeeper gatekeeper,
    HangUps hangUps) {}
