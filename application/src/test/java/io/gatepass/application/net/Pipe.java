package io.gatepass.application.net;

import java.io.IOException;
import java.net.Socket;

/** Carries bytes between two sockets, both ways. */
final class Pipe {
  private Pipe() {}

  /** Returns when both have said all. */
  static void between(Socket one, Socket other) {
    Thread back = Thread.ofVirtual().start(() -> pour(other, one));
    pour(one, other);
    try {
      back.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pour(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // The other direction notices as well.
      return;
    }
  }
}
