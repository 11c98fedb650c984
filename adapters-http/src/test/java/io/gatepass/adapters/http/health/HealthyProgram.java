package io.gatepass.adapters.http.health;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A process of its own that says of its health what a proxy says. */
final class HealthyProgram {
  private HealthyProgram() {}

  /**
   * Serves until it is killed.
   *
   * @param args port, version, and a word that marks it as gatepass
   */
  public static void main(String[] args) throws IOException {
    String body =
        "{\"status\": \"up\", \"pid\": %d, \"version\": \"%s\"}"
            .formatted(ProcessHandle.current().pid(), args[1]);
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 5);
    server.createContext("/.gatepass/health", exchange -> Replies.reply(exchange, 200, body));
    server.start();
  }
}
