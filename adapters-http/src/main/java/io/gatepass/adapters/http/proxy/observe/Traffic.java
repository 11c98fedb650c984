package io.gatepass.adapters.http.proxy.observe;

import io.gatepass.adapters.http.proxy.conduit.Conduit;
import io.gatepass.adapters.http.proxy.dialect.ErrorReply;
import io.gatepass.adapters.http.proxy.dialect.ProxyError;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongConsumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts and logs every request, and lets no new one in when the proxy is about to end. */
public final class Traffic extends Handler.Wrapper {
  private final AccessLog log;
  private final InstantSource clock;
  private final Metrics metrics = new Metrics();
  private volatile boolean draining;

  /** Logs there. */
  public Traffic(AccessLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  Metrics metrics() {
    return metrics;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    metrics.begin();
    Request.addCompletionListener(request, _ -> completed(request, response));
    if (draining) {
      ErrorReply.refuse(request, response, callback, ProxyError.draining());
      return true;
    }
    return super.handle(request, response, callback);
  }

  /** Lets nobody in any more and waits until those who are in have gone, for so long at most. */
  public void drain(Duration limit) {
    draining = true;
    long end = System.nanoTime() + limit.toNanos();
    synchronized (metrics) {
      try {
        long left = end - System.nanoTime();
        while (metrics.inFlight() > 0 && left > 0) {
          metrics.wait(Math.max(1, left / 1_000_000));
          left = end - System.nanoTime();
        }
      } catch (InterruptedException e) {
        // Whoever interrupts does not want to wait.
        Thread.currentThread().interrupt();
      }
    }
  }

  private void completed(Request request, Response response) {
    String method = request.getMethod();
    String path = request.getHttpURI().getPath();
    int status = response.getStatus();
    long begin = request.getBeginNanoTime();
    LongConsumer over =
        bytes ->
            over(
                new AccessLog.Entry(
                    clock.instant(),
                    method,
                    path == null ? "*" : path,
                    status,
                    bytes,
                    (System.nanoTime() - begin) / 1_000_000));
    if (request.getAttribute(Conduit.class.getName()) instanceof Conduit conduit) {
      conduit.whenOver(over);
    } else {
      over.accept(Response.getContentBytesWritten(response));
    }
  }

  private void over(AccessLog.Entry entry) {
    metrics.end(entry);
    log.add(entry);
    if (draining) {
      synchronized (metrics) {
        metrics.notifyAll();
      }
    }
  }
}
