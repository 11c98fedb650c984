package io.gatepass.adapters.oidc.idtoken;

import com.nimbusds.jose.jwk.JWKSet;
import io.gatepass.adapters.oidc.discovery.ProviderMetadata;
import io.gatepass.adapters.oidc.http.HttpReply;
import io.gatepass.adapters.oidc.http.IssuerHttp;
import io.gatepass.adapters.oidc.http.Unreachable;
import io.gatepass.domain.failure.IssuerUnreachable;
import java.io.IOException;
import java.text.ParseException;

/**
 * An issuer's keys (RFC 7517 §5). They are asked for at every login and never kept: so a key that
 * the issuer has withdrawn is believed no longer.
 */
public final class SigningKeys {
  private SigningKeys() {}

  /**
   * The keys at the issuer's {@code jwks_uri}.
   *
   * @throws IssuerUnreachable if its answer is no key set
   * @throws IOException if it does not answer
   */
  public static JWKSet of(ProviderMetadata metadata, IssuerHttp http) throws IOException {
    HttpReply reply = http.get(metadata.keys());
    if (reply.status() != 200) {
      throw Unreachable.answered(
          metadata.issuer(), "does not show its keys (HTTP " + reply.status() + ")");
    }
    try {
      return JWKSet.parse(reply.body());
    } catch (ParseException e) {
      throw Unreachable.answered(metadata.issuer(), "shows keys that cannot be read");
    }
  }
}
