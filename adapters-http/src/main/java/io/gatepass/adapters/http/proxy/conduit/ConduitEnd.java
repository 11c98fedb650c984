package io.gatepass.adapters.http.proxy.conduit;

import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.jspecify.annotations.Nullable;

/** One end of a tunnel: what is said here is heard at the other. */
public final class ConduitEnd extends AbstractConnection implements Connection.UpgradeTo {
  private final EndPoint endPoint;
  private final Conduit conduit;
  private @Nullable Flow flow;
  private ByteBuffer early = BufferUtil.EMPTY_BUFFER;

  ConduitEnd(EndPoint endPoint, Executor threads, Conduit conduit) {
    super(endPoint, threads);
    this.endPoint = endPoint;
    this.conduit = conduit;
  }

  void flowInto(EndPoint other, ByteBufferPool buffers) {
    flow = new Flow(this, other, conduit, buffers);
  }

  EndPoint endPoint() {
    return endPoint;
  }

  long carried() {
    return flow == null ? 0 : flow.carried();
  }

  void flow() {
    if (flow != null) {
      flow.iterate();
    }
  }

  /** What came right behind the handshake. */
  ByteBuffer early() {
    ByteBuffer bytes = early;
    early = BufferUtil.EMPTY_BUFFER;
    return bytes;
  }

  @Override
  public void onUpgradeTo(ByteBuffer buffer) {
    early = BufferUtil.copy(buffer);
  }

  @Override
  public void onOpen() {
    super.onOpen();
    conduit.opened(this);
  }

  @Override
  public void onFillable() {
    flow();
  }

  @Override
  public void onClose(@Nullable Throwable cause) {
    super.onClose(cause);
    conduit.close();
  }
}
