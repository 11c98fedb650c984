package io.gatepass.adapters.oidc.discovery;

import io.gatepass.adapters.oidc.http.JsonAnswer;
import java.net.URI;
import java.util.Locale;

/**
 * Whether an issuer needs {@code prompt=consent} to give a refresh token.
 *
 * <p>OIDC Core §11 tells issuers to ignore {@code offline_access} without it, and node's
 * oidc-provider does so silently. So it is sent to issuers that list the scope, unless they say
 * that they do not know the prompt, or are of a kind that is known to do without and to do harm
 * with it: Keycloak would ask for consent at every sign-in, and Entra ID turns away users whose
 * administrators consented for them (ADR 8).
 */
final class ConsentPrompt {
  private ConsentPrompt() {}

  static boolean isNeeded(JsonAnswer document, URI authorizationEndpoint) {
    return document
            .texts("scopes_supported")
            .filter(it -> it.contains("offline_access"))
            .isPresent()
        && document.texts("prompt_values_supported").map(it -> it.contains("consent")).orElse(true)
        && !isKeycloak(authorizationEndpoint)
        && !isEntra(authorizationEndpoint);
  }

  private static boolean isKeycloak(URI endpoint) {
    return endpoint.getPath().endsWith("/protocol/openid-connect/auth");
  }

  private static boolean isEntra(URI endpoint) {
    String host = endpoint.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith("login.microsoftonline.")
        || host.endsWith(".ciamlogin.com")
        || host.endsWith(".b2clogin.com")
        || host.equals("login.partner.microsoftonline.cn");
  }
}
