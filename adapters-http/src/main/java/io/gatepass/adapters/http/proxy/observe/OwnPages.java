package io.gatepass.adapters.http.proxy.observe;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.http.proxy.dialect.ErrorReply;
import io.gatepass.adapters.http.proxy.dialect.ProxyError;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what is below {@code /.gatepass/}, with no key and never from the gateway. */
public final class OwnPages extends Handler.Wrapper {
  private static final String BELOW = "/.gatepass/";

  private final Traffic traffic;
  private final String version;

  /** Tells of that traffic; everything else is for the handler inside. */
  public OwnPages(Traffic traffic, String version, Handler inside) {
    super(inside);
    this.traffic = traffic;
    this.version = version;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    // As the gateway would read the path, so that no spelling of it gets there.
    String path = request.getHttpURI().getCanonicalPath();
    if (path == null || !(path + "/").startsWith(BELOW)) {
      return super.handle(request, response, callback);
    }
    switch (request.getMethod() + " " + path) {
      case "GET /.gatepass/health" -> write(response, callback, "application/json", health());
      case "GET /.gatepass/metrics" ->
          write(response, callback, Metrics.MEDIA_TYPE, traffic.metrics().text());
      default -> ErrorReply.refuse(request, response, callback, ProxyError.notFound());
    }
    return true;
  }

  private String health() {
    return ("{\"status\":\"ok\",\"service\":\"gatepass-proxy\",\"version\":\"%s\",\"pid\":%d,"
            + "\"requests_in_flight\":%d}")
        .formatted(version, ProcessHandle.current().pid(), traffic.metrics().inFlight());
  }

  private static void write(Response response, Callback callback, String type, String text) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    ByteBuffer body = UTF_8.encode(text);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
    response.write(true, body, callback);
  }
}
