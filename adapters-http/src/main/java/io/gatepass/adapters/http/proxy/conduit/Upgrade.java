package io.gatepass.adapters.http.proxy.conduit;

import java.util.Arrays;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;

/** The handshake of a WebSocket (RFC 6455 §4); no other protocol is switched to. */
public final class Upgrade {
  private static final String PROTOCOL = "websocket";

  private Upgrade() {}

  /** Whether a client wants a WebSocket. */
  public static boolean isWanted(Request request) {
    HttpFields headers = request.getHeaders();
    return headers.contains(HttpHeader.UPGRADE)
        && request.getMethod().equals("GET")
        && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_1
        && request.getLength() <= 0
        && !headers.contains(HttpHeader.TRANSFER_ENCODING)
        && PROTOCOL.equalsIgnoreCase(headers.get(HttpHeader.UPGRADE))
        && headers.getValuesList(HttpHeader.CONNECTION).stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .anyMatch(option -> option.strip().equalsIgnoreCase("upgrade"));
  }

  /** Says in a message that the protocol is switched, or is to be. */
  public static void put(HttpFields.Mutable headers) {
    headers.put(HttpHeader.CONNECTION, "Upgrade");
    headers.put(HttpHeader.UPGRADE, PROTOCOL);
  }
}
