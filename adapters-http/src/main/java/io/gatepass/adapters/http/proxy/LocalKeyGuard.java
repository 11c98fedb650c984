package io.gatepass.adapters.http.proxy;

import io.gatepass.adapters.http.proxy.dialect.ErrorReply;
import io.gatepass.adapters.http.proxy.dialect.ProxyError;
import io.gatepass.application.port.ProxyServer.Gatekeeper;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets only those through who hold this installation's local key. */
final class LocalKeyGuard extends Handler.Wrapper {
  private final Gatekeeper gatekeeper;

  LocalKeyGuard(Gatekeeper gatekeeper, Handler inside) {
    super(inside);
    this.gatekeeper = gatekeeper;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String query = request.getHttpURI().getQuery();
    if (ClientCredentials.hold(request.getHeaders(), query, gatekeeper::admits)) {
      return super.handle(request, response, callback);
    }
    ErrorReply.refuse(request, response, callback, ProxyError.localKeyRequired());
    return true;
  }
}
