package io.gatepass.adapters.http.proxy.forward;

import io.gatepass.adapters.http.proxy.conduit.Upgrade;
import io.gatepass.adapters.http.proxy.dialect.ProxyError;
import io.gatepass.adapters.http.proxy.gateway.InterimAnswers;
import io.gatepass.application.port.ProxyServer.Applicant;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.oauth.AccessToken;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpUpgrader;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The request with one token at the gateway. */
final class Attempt implements Response.Listener, Applicant, HttpUpgrader {
  private final Exchange exchange;
  private final Route route;
  private final AccessToken token;
  private final GatewayRequest outgoing;
  private final boolean second;
  private final HttpFields.Mutable answered = HttpFields.build();
  private volatile @Nullable Held held;
  private volatile @Nullable AccessToken better;

  /** A 401 that may not be the last word. */
  private record Held(Response response, Content.Source source) {}

  Attempt(Exchange exchange, Route route, AccessToken token, boolean second) {
    this.exchange = exchange;
    this.route = route;
    this.token = token;
    this.second = second;
    Request request = exchange.request();
    String path = request.getHttpURI().getPath();
    this.outgoing =
        new GatewayRequest(
            route.client(),
            route.origin(),
            route.prefix() + (path == null ? "" : path),
            route.outgoing().query(request.getHttpURI().getQuery()));
  }

  boolean isSecond() {
    return second;
  }

  void send(org.eclipse.jetty.client.Request.@Nullable Content body) {
    Request request = exchange.request();
    outgoing.method(request.getMethod()).attribute(InterimAnswers.Taker.class.getName(), exchange);
    HopByHop hopByHop = HopByHop.of(request.getHeaders());
    outgoing.headers(headers -> {
      for (HttpField field : request.getHeaders()) {
        HttpField kept = hopByHop.contains(field) ? null : forwarded(field);
        if (kept != null) {
          headers.add(kept);
        }
      }
      headers.put(HttpHeader.HOST, route.origin().getRawAuthority());
      route.outgoing().authorize(headers, token);
    });
    if (Upgrade.isWanted(request)) {
      askToUpgrade();
    }
    if (body != null) {
      outgoing.body(body);
      if (request.getLength() < 0) {
        // Only a chunked body may have trailers, and Jetty makes one of any that could have some.
        outgoing.trailersSupplier(request::getTrailers);
      }
      outgoing.onRequestSuccess(_ -> exchange.requestSent());
    }
    outgoing.send(this);
  }

  /** The proxy itself says "continue" to a client that waits for it. */
  private @Nullable HttpField forwarded(HttpField field) {
    return field.getHeader() == HttpHeader.HOST || field.getHeader() == HttpHeader.EXPECT
        ? null
        : route.outgoing().header(field);
  }

  /** On a connection of its own, which HTTP/2 would not be. */
  private void askToUpgrade() {
    outgoing
        .version(HttpVersion.HTTP_1_1)
        .headers(Upgrade::put)
        .attribute(HttpUpgrader.Factory.class.getName(), (HttpUpgrader.Factory) _ -> this);
  }

  @Override
  public void prepare(org.eclipse.jetty.client.Request request) {
    // The headers are there.
  }

  @Override
  public void upgrade(Response response, EndPoint endPoint, Callback callback) {
    exchange.switchProtocols(response, endPoint);
    callback.succeeded();
  }

  void abort(Throwable cause) {
    var _ = outgoing.abort(cause);
  }

  /** Jetty would parse {@code Content-Encoding}, and stop at one that is malformed. */
  @Override
  public boolean onHeader(Response response, HttpField field) {
    answered.add(field);
    return field.getHeader() != HttpHeader.CONTENT_ENCODING;
  }

  @Override
  public void onContentSource(Response response, Content.Source source) {
    if (exchange.mayTryAgain(response.getStatus())) {
      held = new Held(response, source);
      route.gatekeeper().token(Optional.of(token), this);
    } else {
      exchange.answer(response, answered, source);
    }
  }

  @Override
  public void granted(AccessToken other) {
    better = other;
    // When all of this attempt is over, onComplete begins the next.
    abort(new IOException("the request is sent again with another token"));
  }

  @Override
  public void refused(GatepassException reason) {
    passOn();
  }

  @Override
  public void keptWaiting(Duration time) {
    passOn();
  }

  private void passOn() {
    Held answer = held;
    if (answer != null) {
      exchange.answer(answer.response(), answered, answer.source());
    }
  }

  @Override
  public void onComplete(Result result) {
    AccessToken other = better;
    if (other != null) {
      exchange.tryAgain(other);
    } else if (result.isFailed()) {
      exchange.fail(error(result.getFailure()));
    }
  }

  private ProxyError error(Throwable failure) {
    String gateway = route.origin() + route.prefix();
    return switch (failure) {
      case TimeoutException _, SocketTimeoutException _ -> ProxyError.gatewayTooLate(gateway);
      case HttpException _ ->
          ProxyError.badRequest("The request's body is not framed as RFC 9112 has it.");
      case SSLException e -> ProxyError.gatewayUntrusted(untrusted(gateway, e));
      default -> ProxyError.gatewayUnreachable(gateway);
    };
  }

  private static String untrusted(String gateway, SSLException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return "No secure connection to the gateway " + gateway + ": " + cause.getMessage();
  }
}
