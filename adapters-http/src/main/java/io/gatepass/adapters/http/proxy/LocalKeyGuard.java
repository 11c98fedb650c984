package io.gatepass.adapters.http.proxy;

import io.gatepass.adapters.http.proxy.dialect.ErrorReply;
import io.gatepass.adapters.http.proxy.dialect.ProxyError;
import io.gatepass.application.port.ProxyServer.Gatekeeper;
import io.gatepass.domain.oauth.Secret;
import java.util.function.Predicate;
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
    if (holds(request, gatekeeper::knows)) {
      return super.handle(request, response, callback);
    }
    // The store may have another key by now, but it takes its time to say so.
    request.getComponents().getExecutor().execute(() -> handleUnknown(request, response, callback));
    return true;
  }

  private void handleUnknown(Request request, Response response, Callback callback) {
    try {
      if (!holds(request, gatekeeper::admits) || !super.handle(request, response, callback)) {
        ErrorReply.refuse(request, response, callback, ProxyError.localKeyRequired());
      }
    } catch (Exception e) {
      callback.failed(e);
    }
  }

  private static boolean holds(Request request, Predicate<Secret> wanted) {
    return ClientCredentials.hold(request.getHeaders(), request.getHttpURI().getQuery(), wanted);
  }
}
