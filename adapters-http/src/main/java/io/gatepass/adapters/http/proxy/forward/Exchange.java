package io.gatepass.adapters.http.proxy.forward;

import io.gatepass.adapters.http.proxy.client.ClientBody;
import io.gatepass.adapters.http.proxy.client.HangUp;
import io.gatepass.adapters.http.proxy.conduit.Conduit;
import io.gatepass.adapters.http.proxy.conduit.Upgrade;
import io.gatepass.adapters.http.proxy.dialect.ErrorReply;
import io.gatepass.adapters.http.proxy.dialect.ProxyError;
import io.gatepass.adapters.http.proxy.gateway.InterimAnswers;
import io.gatepass.application.port.ProxyServer.Applicant;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.oauth.AccessToken;
import java.io.EOFException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Components;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer: it waits for a token, goes to the gateway, once more with another
 * token where the gateway does not take the first, and its answer comes back.
 */
final class Exchange implements Applicant, InterimAnswers.Taker {
  private final Route route;
  private final Request request;
  private final Response response;
  private final Callback callback;
  private final @Nullable ClientBody body;
  private final HangUp hangUp;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile @Nullable Attempt attempt;
  private CompletableFuture<Void> interim = CompletableFuture.completedFuture(null);

  Exchange(Route route, Request request, Response response, Callback callback) {
    this.route = route;
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.body = ClientBody.isIn(request) ? new ClientBody(request) : null;
    this.hangUp = new HangUp(request, route.hangUps(), this::hungUp);
  }

  void start() {
    request.addFailureListener(this::broken);
    // A model may think for long, and so may a person who signs in.
    request.addIdleTimeoutListener(_ -> false);
    if (body == null) {
      hangUp.watch();
    }
    route.gatekeeper().token(Optional.empty(), this);
  }

  Request request() {
    return request;
  }

  Response response() {
    return response;
  }

  @Override
  public void granted(AccessToken token) {
    if (!ended.get()) {
      send(token, body);
    }
  }

  @Override
  public void refused(GatepassException reason) {
    fail(ProxyError.noToken(reason));
  }

  @Override
  public void keptWaiting(Duration time) {
    fail(ProxyError.tokenTooLate(time));
  }

  private void send(AccessToken token, org.eclipse.jetty.client.Request.@Nullable Content content) {
    Attempt next = new Attempt(this, route, token, attempt != null);
    attempt = next;
    next.send(content);
    if (ended.get()) {
      next.abort(new EOFException("the client has hung up"));
    }
  }

  /** Whether another token is worth a try. */
  boolean mayTryAgain(int status) {
    Attempt now = attempt;
    return status == HttpStatus.UNAUTHORIZED_401
        && now != null
        && !now.isSecond()
        && (body == null || body.isReplayable());
  }

  /** Sends the request once more, with its body from the beginning. */
  void tryAgain(AccessToken token) {
    ClientBody kept = body;
    if (kept == null) {
      send(token, null);
    } else {
      kept.readRest(
          () -> send(token, kept.again()), () -> broken(new EOFException("the body has no end")));
    }
  }

  @Override
  public void interim(int status, HttpFields headers) {
    interim = interim.thenCompose(_ -> response.writeInterim(status, headers));
  }

  /** The gateway has answered: the client is told, and its body is not needed any more. */
  void answer(org.eclipse.jetty.client.Response answer, HttpFields headers, Content.Source source) {
    if (body != null) {
      body.forget();
    }
    copyHead(answer.getStatus(), headers);
    if (response.getHeaders().contains(HttpHeader.CONTENT_LENGTH)) {
      // The client knows the end by counting, so its next request may come any moment.
      hangUp.stop();
    } else {
      response.setTrailersSupplier(answer::getTrailers);
    }
    AnswerPump pump = new AnswerPump(source, response, this);
    var _ = interim.whenComplete((_, _) -> pump.iterate());
  }

  private void copyHead(int status, HttpFields headers) {
    response.setStatus(status);
    HopByHop hopByHop = HopByHop.of(headers);
    for (HttpField field : headers) {
      if (!hopByHop.contains(field)) {
        response.getHeaders().add(field);
      }
    }
  }

  /** The gateway speaks another protocol from now on, and so will the client. */
  void switchProtocols(org.eclipse.jetty.client.Response answer, EndPoint gateway) {
    hangUp.stop();
    if (!ended.compareAndSet(false, true)) {
      gateway.close(); // the client has hung up
      return;
    }
    ConnectionMetaData client = request.getConnectionMetaData();
    Components components = request.getComponents();
    Conduit conduit =
        new Conduit(
            client.getConnection().getEndPoint(),
            gateway,
            components.getExecutor(),
            components.getByteBufferPool());
    request.setAttribute(Conduit.class.getName(), conduit);
    request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, conduit.client());
    copyHead(answer.getStatus(), answer.getHeaders());
    Upgrade.put(response.getHeaders());
    gateway.upgrade(conduit.gateway());
    response.write(true, null, callback);
  }

  /** The client is about to get the answer's last byte. */
  void aboutToEnd() {
    hangUp.stop();
  }

  void answered() {
    if (ended.compareAndSet(false, true)) {
      callback.succeeded();
    }
  }

  /** The body has been read by the gateway; from now on only the end of the connection can come. */
  void requestSent() {
    if (body != null && !ended.get() && !response.isCommitted()) {
      hangUp.watch();
    }
  }

  /** The answer cannot be given, or not to its end. */
  void broken(Throwable cause) {
    if (ended.compareAndSet(false, true)) {
      abortAttempt(cause);
      hangUp.stop();
      callback.failed(cause);
    }
  }

  /** The gateway cannot be asked; the client gets an error, unless its answer has begun. */
  void fail(ProxyError error) {
    if (response.isCommitted()) {
      broken(new EOFException("the gateway has broken off its answer"));
    } else if (ended.compareAndSet(false, true)) {
      hangUp.stop();
      response.reset();
      ErrorReply.write(request, response, callback, error);
    }
  }

  private void hungUp() {
    broken(new EOFException("the client has hung up"));
  }

  private void abortAttempt(Throwable cause) {
    Attempt now = attempt;
    if (now != null) {
      now.abort(cause);
    }
  }
}
