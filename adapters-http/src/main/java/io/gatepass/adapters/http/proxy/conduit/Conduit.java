package io.gatepass.adapters.http.proxy.conduit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;

/**
 * Carries bytes between a client and the gateway, both ways, and knows nothing of what they mean. A
 * side that has said all makes the other side hear the end; it may still answer.
 */
public final class Conduit {
  /** A WebSocket may be silent for long. If its client goes, the operating system tells. */
  private static final long NO_LIMIT = 0;

  /** How long one side may be silent when the other has gone. */
  private static final long FAREWELL_MILLISECONDS = 10_000;

  private final ConduitEnd client;
  private final ConduitEnd gateway;
  private final AtomicInteger open = new AtomicInteger(2);
  private final CompletableFuture<Long> end = new CompletableFuture<>();

  /** Between the two; nothing is carried before the client's end has been opened. */
  public Conduit(EndPoint client, EndPoint gateway, Executor threads, ByteBufferPool buffers) {
    this.client = new ConduitEnd(client, threads, this);
    this.gateway = new ConduitEnd(gateway, threads, this);
    this.client.flowInto(gateway, buffers);
    this.gateway.flowInto(client, buffers);
  }

  /** What the client's connection becomes. */
  public ConduitEnd client() {
    return client;
  }

  /** What the connection to the gateway becomes. */
  public ConduitEnd gateway() {
    return gateway;
  }

  /** Tells, once it is over, how many bytes the client got. */
  public void whenOver(LongConsumer bytes) {
    var _ = end.thenAccept(bytes::accept);
  }

  /** The client knows that the protocol has been switched. */
  void opened(ConduitEnd which) {
    which.endPoint().setIdleTimeout(NO_LIMIT);
    if (which == client) {
      client.flow();
      gateway.flow();
    }
  }

  /** One of the sides has said all. */
  void said() {
    if (open.decrementAndGet() == 0) {
      close();
    } else {
      client.endPoint().setIdleTimeout(FAREWELL_MILLISECONDS);
      gateway.endPoint().setIdleTimeout(FAREWELL_MILLISECONDS);
    }
  }

  /** Ends both sides. */
  void close() {
    if (end.complete(gateway.carried())) {
      client.endPoint().close();
      gateway.endPoint().close();
    }
  }
}
