package io.gatepass.adapters.http.proxy.dialect;

import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.LoginRequired;
import java.time.Duration;

/**
 * An answer that the proxy gives itself.
 *
 * @param status the HTTP status
 * @param code what a program can go by
 * @param message what happened and what to do; never a secret
 */
public record ProxyError(int status, String code, String message) {
  /** Something that is not forwarded. */
  public static ProxyError badRequest(String message) {
    return new ProxyError(400, "bad_request", message);
  }

  /** Somebody who must not be here. */
  public static ProxyError forbidden(String code, String message) {
    return new ProxyError(403, code, message);
  }

  /** Somebody without the local key. */
  public static ProxyError localKeyRequired() {
    return new ProxyError(
        401,
        "local_key_required",
        "The request does not carry this machine's local gatepass key. Run gatepass setup to"
            + " configure your tools.");
  }

  /** A path of the proxy's own at which there is nothing. */
  public static ProxyError notFound() {
    return new ProxyError(404, "not_found", "The proxy has nothing at this path.");
  }

  /** The proxy is about to end. */
  public static ProxyError draining() {
    return new ProxyError(503, "proxy_ending", "The gatepass proxy is being stopped.");
  }

  /** There is no token. */
  public static ProxyError noToken(GatepassException reason) {
    String message = reason.what() + " " + reason.remedy();
    return switch (reason) {
      case LoginRequired _, LoginFailed _ -> new ProxyError(401, "token_required", message);
      case IssuerUnreachable _ -> new ProxyError(502, "issuer_unreachable", message);
      default -> new ProxyError(503, "token_unavailable", message);
    };
  }

  /** There is no token yet. */
  public static ProxyError tokenTooLate(Duration time) {
    return new ProxyError(
        504,
        "token_timeout",
        "No access token could be had within " + time.toSeconds() + " seconds. Try again.");
  }

  /** The gateway does not answer. */
  public static ProxyError gatewayUnreachable(String gateway) {
    return new ProxyError(
        502, "gateway_unreachable", "The gateway " + gateway + " cannot be reached. Try again.");
  }

  /** The gateway does not answer in time. */
  public static ProxyError gatewayTooLate(String gateway) {
    return new ProxyError(
        504, "gateway_timeout", "The gateway " + gateway + " did not answer in time. Try again.");
  }

  /** The gateway's certificate is not trusted. */
  public static ProxyError gatewayUntrusted(String message) {
    return new ProxyError(502, "gateway_untrusted", message);
  }
}
