package io.gatepass.adapters.http.proxy.forward;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.IteratingCallback;
import org.eclipse.jetty.util.thread.Invocable;
import org.jspecify.annotations.Nullable;

/**
 * Hands the gateway's body on to the client: each chunk the moment it comes, and no chunk before
 * the client has taken the one before.
 */
final class AnswerPump extends IteratingCallback {
  private final Content.Source source;
  private final Response client;
  private final Exchange exchange;
  private final Runnable more = Invocable.from(InvocationType.NON_BLOCKING, this::iterate);
  private Content.@Nullable Chunk chunk;
  private boolean last;

  AnswerPump(Content.Source source, Response client, Exchange exchange) {
    this.source = source;
    this.client = client;
    this.exchange = exchange;
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  protected Action process() throws Throwable {
    if (last) {
      return Action.SUCCEEDED;
    }
    Content.Chunk next = source.read();
    if (next == null) {
      source.demand(more);
      return Action.IDLE;
    }
    if (Content.Chunk.isFailure(next)) {
      throw next.getFailure();
    }
    chunk = next;
    last = next.isLast();
    if (last) {
      exchange.aboutToEnd();
    }
    client.write(last, next.getByteBuffer(), this);
    return Action.SCHEDULED;
  }

  @Override
  protected void onSuccess() {
    release();
  }

  @Override
  protected void onCompleteSuccess() {
    exchange.answered();
  }

  @Override
  protected void onCompleteFailure(Throwable cause) {
    release();
    source.fail(cause);
    exchange.broken(cause);
  }

  private void release() {
    Content.Chunk written = chunk;
    chunk = null;
    if (written != null) {
      written.release();
    }
  }
}
