package io.gatepass.adapters.http.proxy.listen;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;

/**
 * A socket that takes connections.
 *
 * @param channel the socket
 * @param inherited whether it was open before this process; then it stays open until its end
 */
public record Listening(ServerSocketChannel channel, boolean inherited) {
  void close() throws IOException {
    if (!inherited) {
      channel.close();
    }
  }
}
