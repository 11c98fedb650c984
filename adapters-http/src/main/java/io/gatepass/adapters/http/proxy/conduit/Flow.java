package io.gatepass.adapters.http.proxy.conduit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a conduit. It reads again when the other side has taken what was read, and holds
 * no buffer while there is nothing to read.
 */
final class Flow extends IteratingCallback {
  private static final int BUFFER_BYTES = 16 * 1024;

  private final ConduitEnd from;
  private final EndPoint to;
  private final Conduit conduit;
  private final ByteBufferPool buffers;
  private final AtomicLong carried = new AtomicLong();
  private @Nullable RetainableByteBuffer buffer;

  Flow(ConduitEnd from, EndPoint to, Conduit conduit, ByteBufferPool buffers) {
    this.from = from;
    this.to = to;
    this.conduit = conduit;
    this.buffers = buffers;
  }

  long carried() {
    return carried.get();
  }

  @Override
  protected Action process() throws IOException {
    ByteBuffer early = from.early();
    return early.hasRemaining() ? write(early) : read();
  }

  private Action read() throws IOException {
    RetainableByteBuffer space = buffer == null ? buffers.acquire(BUFFER_BYTES, false) : buffer;
    buffer = space;
    int filled = from.endPoint().fill(space.getByteBuffer());
    if (filled > 0) {
      return write(space.getByteBuffer());
    }
    release();
    if (filled == 0) {
      from.fillInterested();
      return Action.IDLE;
    }
    to.shutdownOutput();
    return Action.SUCCEEDED;
  }

  private Action write(ByteBuffer bytes) {
    carried.addAndGet(bytes.remaining());
    to.write(this, bytes);
    return Action.SCHEDULED;
  }

  @Override
  protected void onCompleteSuccess() {
    conduit.said();
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    release();
    conduit.close();
  }

  private void release() {
    RetainableByteBuffer used = buffer;
    buffer = null;
    if (used != null) {
      used.release();
    }
  }
}
