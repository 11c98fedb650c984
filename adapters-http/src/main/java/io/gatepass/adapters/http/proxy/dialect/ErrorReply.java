package io.gatepass.adapters.http.proxy.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes the proxy's own answers. */
public final class ErrorReply {
  private ErrorReply() {}

  /**
   * Refuses a request. The connection is closed behind it, so that nobody who may not pass keeps
   * one.
   */
  public static void refuse(
      Request request, Response response, Callback callback, ProxyError error) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    write(request, response, callback, error);
  }

  /** Answers with an error in the dialect of the request's path. */
  public static void write(
      Request request, Response response, Callback callback, ProxyError error) {
    String path = request.getHttpURI().getPath();
    String body = ApiDialect.of(path == null ? "" : path).body(error);
    response.setStatus(error.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    if (error.status() == 401) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, "Bearer realm=\"gatepass\"");
    }
    ByteBuffer bytes = UTF_8.encode(body);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.remaining());
    response.write(true, bytes, callback);
  }
}
