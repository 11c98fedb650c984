package io.gatepass.application.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/**
 * A forward proxy on loopback that does {@code CONNECT} only (RFC 9110 §9.3.6). It alone knows the
 * names of the servers behind it, so whoever looks a name up by itself does not get through.
 */
public final class ConnectProxy implements AutoCloseable {
  private final Visitors visitors;
  private final Map<String, Integer> servers = new ConcurrentHashMap<>();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private volatile Optional<String> wanted = Optional.empty();

  /** A proxy that knows no server yet. */
  public ConnectProxy() {
    this(ServerSocketFactory.getDefault());
  }

  /** The same, which is itself reached by TLS. */
  public ConnectProxy(SSLContext tls) {
    this(tls.getServerSocketFactory());
  }

  private ConnectProxy(ServerSocketFactory sockets) {
    visitors = new Visitors(sockets, this::answer);
  }

  /** From now on that name and port, {@code host:port}, leads to a port of this machine. */
  public ConnectProxy knows(String authority, int port) {
    servers.put(authority, port);
    return this;
  }

  /** From now on it knows no server any more. */
  public void forget() {
    servers.clear();
  }

  /** From now on only who sends this {@code Proxy-Authorization} gets through. */
  public ConnectProxy wants(String authorization) {
    wanted = Optional.of(authorization);
    return this;
  }

  /** Its port on 127.0.0.1. */
  public int port() {
    return visitors.port();
  }

  /** The servers that were asked for, whether or not somebody got through. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public void close() {
    visitors.close();
  }

  private void answer(Socket client) throws IOException {
    String[] lines = HttpHead.read(client.getInputStream()).split("\r\n", -1);
    String[] request = lines[0].split(" ", -1);
    asked.add(request[1]);
    Integer port = servers.get(request[1]);
    if (!isAllowed(lines)) {
      say(client, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"");
    } else if (!request[0].equals("CONNECT")) {
      say(client, "403 Forbidden");
    } else if (port == null) {
      say(client, "502 Bad Gateway");
    } else {
      tunnel(client, port);
    }
  }

  private boolean isAllowed(String[] lines) {
    String name = "proxy-authorization: ";
    return wanted.isEmpty()
        || List.of(lines).stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name))
            .anyMatch(line -> line.substring(name.length()).equals(wanted.get()));
  }

  /** An answer that, taken for the issuer's, would end a session. */
  private static void say(Socket client, String status) throws IOException {
    String body = "{\"error\":\"invalid_grant\"}";
    String head = "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: ";
    client.getOutputStream().write((head + body.length() + "\r\n\r\n" + body).getBytes(ISO_8859_1));
  }

  private static void tunnel(Socket client, int port) throws IOException {
    try (Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
      Pipe.between(client, server);
    }
  }
}
