package io.gatepass.adapters.http.proxy.forward;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Forwards every request to the gateway and brings its answer back, both as they are. */
public final class ForwardingHandler extends Handler.Abstract.NonBlocking {
  private final Route route;

  /** Forwards on that way. */
  public ForwardingHandler(Route route) {
    this.route = route;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    new Exchange(route, request, response, callback).start();
    return true;
  }
}
