package io.gatepass.application.port;

import io.gatepass.domain.failure.ProxyPortTaken;
import io.gatepass.domain.gateway.ProxyAddress;
import io.gatepass.domain.settings.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Listens to nobody; the test asks the gatekeepers in place of a client. */
public final class FakeProxyServer implements ProxyServer {
  private final Map<Integer, Gatekeeper> listening = new ConcurrentHashMap<>();

  /** Who guards that port. */
  public Gatekeeper gatekeeper(int port) {
    return listening.get(port);
  }

  @Override
  public Running start(Connection connection, Gatekeeper gatekeeper) {
    ProxyAddress address = connection.proxy();
    if (listening.putIfAbsent(address.port(), gatekeeper) != null) {
      throw ProxyPortTaken.byProxy(address.port(), 4711);
    }
    CountDownLatch end = new CountDownLatch(1);
    return new Running() {
      @Override
      public ProxyAddress address() {
        return address;
      }

      @Override
      public void awaitEnd() throws InterruptedException {
        end.await();
      }

      @Override
      public void close() {
        listening.remove(address.port(), gatekeeper);
        end.countDown();
      }
    };
  }
}
