package io.gatepass.adapters.oidc.flow;

import io.gatepass.adapters.oidc.http.IssuerClock;
import io.gatepass.adapters.oidc.idtoken.UntrustworthyIdToken;
import io.gatepass.adapters.oidc.redirect.AuthorizationResponse.Denied;
import io.gatepass.adapters.oidc.token.OAuthErrors;
import io.gatepass.adapters.oidc.token.TokenAnswer.Refused;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.LoginFailed.Reason;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.oauth.Secret;
import java.time.Duration;
import java.util.List;

/** What is said when a sign-in comes to nothing. */
final class LoginFailures {
  private static final String DISTRUST =
      "Sign in again; if it happens again, tell whoever runs the issuer, and do not sign in until"
          + " they know why.";

  private final Issuer issuer;

  LoginFailures(Issuer issuer) {
    this.issuer = issuer;
  }

  LoginFailed nobodyCame(Duration patience) {
    long minutes = patience.toMinutes();
    String time = minutes > 0 ? minutes + " minutes" : patience.toSeconds() + " seconds";
    return new LoginFailed(
        Reason.UNANSWERED,
        "Nobody signed in at " + issuer + " within " + time + ".",
        "Try again and finish the sign-in in the browser.");
  }

  LoginFailed interrupted() {
    return new LoginFailed(
        Reason.ABANDONED, "The sign-in was interrupted.", "Try again when you are ready.");
  }

  LoginFailed givenUp() {
    return new LoginFailed(
        Reason.ABANDONED, "The sign-in was ended by another gatepass.", "Run: gatepass login");
  }

  LoginFailed denied(Denied denied, List<Secret> sent) {
    Refused shown = OAuthErrors.shown(denied.error(), denied.description(), sent);
    return new LoginFailed(
        "The issuer " + issuer + " refused the sign-in: " + shown.text() + ".",
        "Sign in again and agree to what the issuer asks; if it still refuses, ask whoever runs it"
            + " whether you may use gatepass.");
  }

  LoginFailed malformed() {
    return untrusted("The answer to the sign-in is neither a yes nor a no.");
  }

  LoginFailed otherIssuer() {
    return untrusted("The answer to the sign-in names another issuer than " + issuer + ".");
  }

  LoginFailed noIssuer() {
    return untrusted(
        "The answer to the sign-in does not name its issuer, which " + issuer + " always does.");
  }

  LoginFailed noIdToken() {
    return untrusted("The issuer " + issuer + " sent no ID token.");
  }

  LoginFailed badIdToken(UntrustworthyIdToken e) {
    return untrusted("The ID token that came with the sign-in " + e.rule() + ".");
  }

  LoginFailed wrongClock(IssuerClock clock) {
    return new LoginFailed(
        "This machine's clock is "
            + clock.howFarOff()
            + ", by the time at "
            + issuer
            + ", so the sign-in cannot be checked.",
        "Set the clock right and sign in again.");
  }

  /** The issuer refused the code (RFC 6749 §5.2). */
  LoginFailed refused(Refused refused) {
    String what = "The issuer " + issuer + " refused the sign-in: " + refused.text() + ".";
    return refused.error().equals("not_allowed")
        ? new LoginFailed(
            what,
            "Ask whoever runs the issuer to give your account the role offline_access: without it"
                + " Keycloak lets nobody stay signed in.")
        : new LoginFailed(
            what,
            "Try again; if it still refuses, check the client id with whoever runs the issuer.");
  }

  private static LoginFailed untrusted(String what) {
    return new LoginFailed(what, DISTRUST);
  }
}
