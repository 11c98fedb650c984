package io.gatepass.adapters.oidc.token;

import io.gatepass.adapters.oidc.http.Printable;
import io.gatepass.domain.oauth.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Makes an OAuth error fit to be shown: an issuer may put anything into it, even the token that it
 * complains about.
 */
public final class OAuthErrors {
  private static final String REDACTED = "[redacted]";

  private OAuthErrors() {}

  /**
   * The error without the secrets that were sent.
   *
   * @param sent the secrets in the request
   */
  public static TokenAnswer.Refused shown(
      String error, Optional<String> description, List<Secret> sent) {
    return new TokenAnswer.Refused(
        code(without(error, sent)), description.map(it -> Printable.of(without(it, sent))));
  }

  /** A code of another form than RFC 6749 §5.2's is not repeated. */
  private static String code(String error) {
    return error.matches("[A-Za-z0-9_.\\-]{1,64}") ? error : "an error without a proper code";
  }

  private static String without(String text, List<Secret> sent) {
    String rest = text;
    for (Secret secret : sent) {
      String plain = secret.reveal();
      rest = rest.replace(plain, REDACTED);
      rest = rest.replace(URLEncoder.encode(plain, StandardCharsets.UTF_8), REDACTED);
    }
    return rest;
  }
}
