package io.gatepass.adapters.http.proxy.client;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.client.ByteBufferRequestContent;
import org.eclipse.jetty.client.Request.Content;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content.Chunk;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * The client's body on its way to the gateway: chunk by chunk as the gateway takes it, with a copy
 * of a small one, so that it can be sent again.
 */
public final class ClientBody implements Content {
  /** The largest body that is kept. */
  static final int KEPT = 1024 * 1024;

  private final Request client;
  private @Nullable ByteArrayOutputStream copy = new ByteArrayOutputStream(0);
  private @Nullable Runnable demand;
  private boolean demanded;
  private boolean whole;
  private long taken;
  private @Nullable Chunk ahead;

  /** The body of that request. */
  public ClientBody(Request client) {
    this.client = client;
  }

  /** Whether the request has a body (RFC 9112 §6.3). */
  public static boolean isIn(Request client) {
    return client.getLength() > 0 || client.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  @Override
  @SuppressWarnings("NullAway") // null: the headers go out as the client sent them
  public String getContentType() {
    return null;
  }

  @Override
  public long getLength() {
    return client.getLength();
  }

  @Override
  public @Nullable Chunk read() {
    Chunk held = ahead;
    ahead = null;
    Chunk chunk = held == null ? endingWithItself(client.read()) : held;
    if (chunk != null && !Chunk.isFailure(chunk)) {
      keep(chunk);
    }
    return chunk;
  }

  /**
   * The last bytes of a measured body as its last chunk. Else the gateway, which counts too, could
   * answer before the end has been read, and Jetty would close the client's connection for it.
   */
  private @Nullable Chunk endingWithItself(@Nullable Chunk chunk) {
    if (chunk == null || chunk.isLast() || Chunk.isFailure(chunk)) {
      return chunk;
    }
    taken += chunk.remaining();
    if (taken != client.getLength()) {
      return chunk;
    }
    Chunk end = client.read();
    if (end == null || !end.isLast() || end.hasRemaining() || Chunk.isFailure(end)) {
      ahead = end;
      return chunk;
    }
    end.release();
    return Chunk.asChunk(chunk.getByteBuffer(), true, chunk);
  }

  @Override
  public void demand(Runnable callback) {
    synchronized (this) {
      demand = callback;
      if (demanded) {
        return;
      }
      demanded = true;
    }
    client.demand(Invocable.from(Invocable.InvocationType.NON_BLOCKING, this::available));
  }

  @Override
  public void fail(Throwable failure) {
    // The gateway's side has given up on the body. The client is still there and gets an answer.
  }

  /** Whether the body can be sent again once its rest has been read. */
  public synchronized boolean isReplayable() {
    return copy != null && (whole || (client.getLength() >= 0 && client.getLength() <= KEPT));
  }

  /** No need to send it again: the copy is let go. */
  public synchronized void forget() {
    copy = null;
  }

  /** Reads what the gateway has not taken of a replayable body, and then goes on. */
  public void readRest(Runnable then, Runnable failed) {
    while (!isWhole()) {
      Chunk chunk = read();
      if (chunk == null) {
        demand(() -> readRest(then, failed));
        return;
      }
      boolean broken = Chunk.isFailure(chunk);
      chunk.release();
      if (broken) {
        failed.run();
        return;
      }
    }
    then.run();
  }

  /** The whole body once more. */
  public synchronized Content again() {
    ByteArrayOutputStream kept = copy;
    if (kept == null || !whole) {
      throw new IllegalStateException("only a body that was kept whole can be sent again");
    }
    return new Replayed(ByteBuffer.wrap(kept.toByteArray()), client.getLength());
  }

  private synchronized boolean isWhole() {
    return whole;
  }

  private synchronized void keep(Chunk chunk) {
    whole |= chunk.isLast();
    ByteArrayOutputStream kept = copy;
    if (kept == null) {
      return;
    }
    if (kept.size() + chunk.remaining() > KEPT) {
      copy = null;
    } else {
      kept.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
    }
  }

  private void available() {
    Runnable callback;
    synchronized (this) {
      demanded = false;
      callback = demand;
      demand = null;
    }
    if (callback != null) {
      callback.run();
    }
  }

  /** Framed as the client framed it. */
  private static final class Replayed extends ByteBufferRequestContent {
    private final long length;

    @SuppressWarnings("NullAway") // null: the headers go out as the client sent them
    Replayed(ByteBuffer bytes, long length) {
      super((String) null, bytes);
      this.length = length;
    }

    @Override
    public long getLength() {
      return length;
    }
  }
}
