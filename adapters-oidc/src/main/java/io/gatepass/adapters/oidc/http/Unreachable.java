package io.gatepass.adapters.oidc.http;

import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.web.trouble.ConnectionTrouble;
import java.io.IOException;

/** Says why the issuer could not be reached, and what to do about it. */
public final class Unreachable {
  private Unreachable() {}

  /** No response came. */
  public static IssuerUnreachable because(Issuer issuer, IOException e) {
    if (e instanceof IssuerHttp.TooLong) {
      return answered(issuer, "sent more than a megabyte where a short answer was due");
    }
    ConnectionTrouble trouble = ConnectionTrouble.of("the issuer " + issuer, e);
    return new IssuerUnreachable(trouble.what(), trouble.remedy(), e);
  }

  /** A response came that is no answer: {@code what} completes "The issuer … ". */
  public static IssuerUnreachable answered(Issuer issuer, String what) {
    return new IssuerUnreachable(
        "The issuer " + issuer + " " + what + ".",
        "Try again later; if it goes on, tell whoever runs the issuer.");
  }

  /** The server said that it cannot serve the request now, or said what no OAuth server says. */
  public static IssuerUnreachable answered(Issuer issuer, HttpReply reply) {
    return answered(
        issuer,
        reply.isTrouble()
            ? "is in trouble (HTTP " + reply.status() + ")"
            : "gave an answer that is not OAuth's (HTTP " + reply.status() + ")");
  }
}
