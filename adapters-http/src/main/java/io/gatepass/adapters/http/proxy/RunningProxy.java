package io.gatepass.adapters.http.proxy;

import io.gatepass.adapters.http.proxy.listen.ProxyConnector;
import io.gatepass.adapters.http.proxy.observe.AccessLog;
import io.gatepass.adapters.http.proxy.observe.Traffic;
import io.gatepass.application.port.ProxyServer;
import io.gatepass.domain.gateway.ProxyAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A proxy that listens, until it is closed. */
final class RunningProxy implements ProxyServer.Running {
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final ProxyAddress address;
  private final Server server;
  private final HttpClient client;
  private final Traffic traffic;
  private final AccessLog log;
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closed = new CountDownLatch(1);

  RunningProxy(
      ProxyAddress address, Server server, HttpClient client, Traffic traffic, AccessLog log) {
    this.address = address;
    this.server = server;
    this.client = client;
    this.traffic = traffic;
    this.log = log;
  }

  @Override
  public ProxyAddress address() {
    return address;
  }

  @Override
  public void awaitEnd() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() {
    try {
      if (closing.compareAndSet(false, true)) {
        stopListening();
        traffic.drain(GRACE);
        stop();
      } else {
        closed.await();
      }
    } catch (InterruptedException e) {
      // A second caller who does not want to wait for the first.
      Thread.currentThread().interrupt();
    }
  }

  private void stopListening() {
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof ServerConnector listening) {
        try {
          ProxyConnector.stopListening(listening);
        } catch (IOException e) {
          throw new UncheckedIOException("the proxy does not stop listening", e);
        }
      }
    }
  }

  private void stop() {
    // An interrupt would make Jetty stop half-way and then be forgotten.
    boolean interrupted = Thread.interrupted();
    try {
      server.stop();
      client.stop();
      log.close();
    } catch (Exception e) {
      throw new IllegalStateException("the proxy does not stop", e);
    } finally {
      closed.countDown();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
