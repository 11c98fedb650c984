package io.gatepass.adapters.http.proxy.listen;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Takes requests for this server only (RFC 9112 §3.2): no absolute address of another, no {@code
 * CONNECT}, no {@code *}. What a request was addressed to cannot be told any more when it is
 * parsed.
 */
final class OwnTargets extends HttpConnectionFactory {
  private static final List<String> NAMES = List.of("127.0.0.1", "localhost", "[::1]");

  OwnTargets(HttpConfiguration configuration) {
    super(configuration);
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    HttpConnection connection = new Strict(getHttpConfiguration(), connector, endPoint);
    connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
    return configure(connection, connector, endPoint);
  }

  private static final class Strict extends HttpConnection {
    Strict(HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
      super(configuration, connector, endPoint);
    }

    @Override
    protected HttpStreamOverHTTP1 newHttpStream(String method, String target, HttpVersion version) {
      if (!target.startsWith("/") && !isOwn(target)) {
        throw new HttpException.RuntimeException(
            HttpStatus.BAD_REQUEST_400, "The request is addressed to another server.");
      }
      return super.newHttpStream(method, target, version);
    }

    private boolean isOwn(String target) {
      String lowerCase = target.toLowerCase(Locale.ROOT);
      return NAMES.stream()
          .map(name -> "http://" + name + ":" + getLocalPort())
          .anyMatch(own -> lowerCase.equals(own) || lowerCase.startsWith(own + "/"));
    }

    private int getLocalPort() {
      return getEndPoint().getLocalSocketAddress() instanceof InetSocketAddress address
          ? address.getPort()
          : 0;
    }
  }
}
