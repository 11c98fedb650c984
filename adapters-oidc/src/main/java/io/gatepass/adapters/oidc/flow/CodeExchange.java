package io.gatepass.adapters.oidc.flow;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import io.gatepass.adapters.oidc.http.IssuerClock;
import io.gatepass.adapters.oidc.http.TimeLimit;
import io.gatepass.adapters.oidc.idtoken.IdToken;
import io.gatepass.adapters.oidc.idtoken.IdTokenValidator;
import io.gatepass.adapters.oidc.idtoken.SigningKeys;
import io.gatepass.adapters.oidc.idtoken.UntrustworthyIdToken;
import io.gatepass.adapters.oidc.redirect.AuthorizationResponse;
import io.gatepass.adapters.oidc.token.AuthorizationRequest;
import io.gatepass.adapters.oidc.token.TokenAnswer;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.oauth.TokenSet;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Turns the answer to a sign-in into tokens: which issuer answered (RFC 9207 §2.4), what for the
 * code (RFC 6749 §4.1.3), and who signed in (OIDC Core §3.1.3.7).
 */
final class CodeExchange {
  private final Session session;
  private final AuthorizationRequest request;
  private final String redirectUri;
  private final TimeLimit limit;
  private final InstantSource clock;
  private final LoginFailures failures;

  CodeExchange(
      Session session,
      AuthorizationRequest request,
      String redirectUri,
      TimeLimit limit,
      InstantSource clock) {
    this.session = session;
    this.request = request;
    this.redirectUri = redirectUri;
    this.limit = limit;
    this.clock = clock;
    this.failures = new LoginFailures(session.issuer());
  }

  /**
   * The tokens.
   *
   * @throws GatepassException if there are none, or none that can be trusted
   */
  TokenSet tokens(AuthorizationResponse response) {
    checkIssuer(response.issuer());
    return switch (response) {
      case AuthorizationResponse.Granted granted -> exchanged(granted.code());
      case AuthorizationResponse.Denied denied ->
          throw failures.denied(denied, List.of(request.state(), request.nonce()));
      case AuthorizationResponse.Malformed _ -> throw failures.malformed();
    };
  }

  private void checkIssuer(Optional<String> named) {
    if (named.isEmpty() && session.metadata().namesItselfInResponses()) {
      throw failures.noIssuer();
    }
    if (named.filter(it -> !it.equals(session.issuer().value())).isPresent()) {
      throw failures.otherIssuer();
    }
  }

  private TokenSet exchanged(Secret code) {
    TokenAnswer answer =
        limit.spentOn(
            session.issuer(), () -> session.endpoints().exchange(code, request, redirectUri));
    return switch (answer) {
      case TokenAnswer.Granted granted ->
          TokenSets.of(granted, clock.instant(), Optional.of(validated(granted).user()));
      case TokenAnswer.Refused refused -> throw failures.refused(refused);
    };
  }

  private IdToken validated(TokenAnswer.Granted granted) {
    JWT idToken = granted.idToken().orElseThrow(failures::noIdToken);
    JWKSet keys =
        limit.spentOn(session.issuer(), () -> SigningKeys.of(session.metadata(), session.http()));
    IssuerClock issuerClock = session.http().clock();
    InstantSource judging = issuerClock.isTooFarOff() ? clock : issuerClock;
    try {
      return new IdTokenValidator(session.client(), judging)
          .ofLogin(idToken, granted, request.nonce(), keys);
    } catch (UntrustworthyIdToken e) {
      throw e.isAboutTime() && issuerClock.isTooFarOff()
          ? failures.wrongClock(issuerClock)
          : failures.badIdToken(e);
    }
  }
}
