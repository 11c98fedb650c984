package io.gatepass.adapters.oidc.redirect;

import io.gatepass.domain.oauth.Secret;
import java.util.Optional;

/** An authorization response whose {@code state} was right (RFC 6749 §4.1.2). */
public sealed interface AuthorizationResponse {
  /** The issuer that the response names (RFC 9207 §2). */
  Optional<String> issuer();

  /** The user signed in. */
  record Granted(Secret code, Optional<String> issuer) implements AuthorizationResponse {}

  /** The issuer refused; the texts are as they came, not fit to be shown. */
  record Denied(String error, Optional<String> description, Optional<String> issuer)
      implements AuthorizationResponse {}

  /** It holds neither a code nor an error, or both, or one of them twice. */
  record Malformed(Optional<String> issuer) implements AuthorizationResponse {}

  /** The response in a query. */
  static AuthorizationResponse of(CallbackQuery query) {
    Optional<String> issuer = query.one("iss");
    Optional<Secret> code = query.one("code").filter(it -> !it.isEmpty()).map(Secret::of);
    Optional<String> error = query.one("error").filter(it -> !it.isEmpty());
    if (code.isPresent() == error.isPresent() || query.repeatsAnyOf("code", "error", "iss")) {
      return new Malformed(issuer);
    }
    return code.<AuthorizationResponse>map(it -> new Granted(it, issuer))
        .orElseGet(() -> new Denied(error.orElseThrow(), query.one("error_description"), issuer));
  }
}
