package io.gatepass.adapters.http.proxy.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a client hangs up while it waits for an answer. Jetty reads nothing from a
 * connection whose request is whole until that is answered, so nobody would see it end.
 */
public final class HangUp implements Callback {
  private final Connection connection;
  private final EndPoint endPoint;
  private final HangUps all;
  private final Runnable action;
  private boolean begun;
  private boolean old;
  private boolean watching;
  private boolean stopped;
  private @Nullable ByteBuffer early;

  /** Does the action, once, when the client of that request hangs up. */
  public HangUp(Request request, HangUps all, Runnable action) {
    this.connection = request.getConnectionMetaData().getConnection();
    this.endPoint = connection.getEndPoint();
    this.all = all;
    this.action = action;
  }

  /** Begins to watch, before long; the request must have been read to its end. */
  public synchronized void watch() {
    if (!stopped && !begun) {
      begun = true;
      all.add(this);
    }
  }

  /** Asked again and again; whoever is asked a second time has waited for long. */
  synchronized boolean hasWaitedLong() {
    if (old && !stopped) {
      watching = endPoint.tryFillInterested(this);
    }
    boolean seen = old;
    old = true;
    return seen || stopped;
  }

  /**
   * Ends watching, before the client may know the answer's end and send its next request. What it
   * has sent too early is given back to the connection.
   */
  public synchronized void stop() {
    stopped = true;
    if (begun) {
      all.remove(this);
    }
    if (watching && endPoint instanceof AbstractEndPoint watched) {
      watching = false;
      watched.getFillInterest().onFail(new IOException("no longer watched"));
    }
    ByteBuffer held = early;
    early = null;
    if (held != null && connection instanceof Connection.UpgradeTo reader) {
      reader.onUpgradeTo(held);
    }
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public void succeeded() {
    if (hasEnded()) {
      action.run();
    }
  }

  @Override
  public void failed(Throwable failure) {
    // Nobody watches any more, or the connection broke, which whoever writes to it is told.
  }

  private synchronized boolean hasEnded() {
    if (!watching) {
      return false;
    }
    watching = false;
    ByteBuffer buffer = BufferUtil.allocate(1024);
    try {
      int filled = endPoint.fill(buffer);
      if (filled > 0) {
        early = buffer;
      } else if (filled == 0) {
        watching = endPoint.tryFillInterested(this);
      }
      return filled < 0;
    } catch (IOException e) {
      return true; // reset by the client
    }
  }
}
