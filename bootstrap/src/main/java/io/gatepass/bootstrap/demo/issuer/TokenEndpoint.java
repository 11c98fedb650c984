package io.gatepass.bootstrap.demo.issuer;

import io.gatepass.bootstrap.demo.http.Parameters;
import io.gatepass.bootstrap.demo.http.Reply;
import io.gatepass.bootstrap.demo.issuer.Grants.Family;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The token endpoint (RFC 6749 §3.2) for public clients. */
final class TokenEndpoint {
  private final String clientId;
  private final Grants grants;
  private final IdTokens idTokens;
  private final IssuerLog log;
  private final Supplier<IssuerPolicy> policy;

  TokenEndpoint(
      String clientId,
      Grants grants,
      IdTokens idTokens,
      IssuerLog log,
      Supplier<IssuerPolicy> policy) {
    this.clientId = clientId;
    this.grants = grants;
    this.idTokens = idTokens;
    this.log = log;
    this.policy = policy;
  }

  /** Answers a token request. */
  Reply answer(Parameters form) {
    if (!form.text("client_id").equals(clientId)) {
      return error(401, "invalid_client", "the client is not known here");
    }
    if (policy.get().has(Fault.MALFORMED_TOKEN_RESPONSE)) {
      return Reply.whole(200, "text/html", "<p>Welcome to the guest network</p>");
    }
    return switch (form.text("grant_type")) {
      case "authorization_code" -> exchange(form);
      case "refresh_token" -> refresh(form);
      default -> error(400, "unsupported_grant_type", "not supported here");
    };
  }

  /** The code exchange (RFC 6749 §4.1.3) with the PKCE verifier (RFC 7636 §4.6). */
  private Reply exchange(Parameters form) {
    Optional<Family> family =
        grants
            .redeem(form.text("code"))
            .filter(known -> known.consented().redirectUri().equals(form.text("redirect_uri")))
            .filter(known -> verifies(known, form.text("code_verifier")));
    return family
        .map(known -> tokens(known, known.consented()))
        .orElseGet(() -> error(400, "invalid_grant", "the code is not valid"));
  }

  private static boolean verifies(Family family, String verifier) {
    String challenge = IdTokens.base64(IdTokens.sha256(verifier));
    return family.consented().challenge().equals(challenge);
  }

  /** A refresh (RFC 6749 §6); its ID token has no nonce (OIDC Core §12.2). */
  private Reply refresh(Parameters form) {
    return grants
        .rotate(form.text("refresh_token"))
        .map(known -> tokens(known, known.consented().withoutNonce()))
        .orElseGet(() -> error(400, "invalid_grant", "the refresh token is not valid"));
  }

  private Reply tokens(Family family, Grants.Consented consented) {
    IssuerPolicy now = policy.get();
    String accessToken = grants.accessToken(family, now.accessTokenLifetime());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("access_token", accessToken);
    answer.put("token_type", "Bearer");
    answer.put("expires_in", now.accessTokenLifetime().toSeconds());
    if (consented.offlineAccess() && now.refreshTokens()) {
      answer.put("refresh_token", grants.refreshToken(family));
    }
    String idToken = idTokens.issue(consented, accessToken, now);
    log.addSecret(idToken);
    answer.put("id_token", idToken);
    return Reply.json(200, answer);
  }

  private static Reply error(int status, String error, String description) {
    return Reply.json(status, Map.of("error", error, "error_description", description));
  }
}
