package io.gatepass.adapters.http.proxy.dialect;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What somebody gets who does not speak HTTP as RFC 9112 has it; nothing of it is forwarded. */
public final class BadMessageReply implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    ErrorReply.refuse(
        request,
        response,
        callback,
        status < 500
            ? new ProxyError(status, "bad_request", "This is no HTTP request as RFC 9112 has it.")
            : new ProxyError(status, "proxy_failed", "The gatepass proxy could not do this."));
    return true;
  }
}
