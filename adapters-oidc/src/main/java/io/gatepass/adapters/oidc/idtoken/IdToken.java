package io.gatepass.adapters.oidc.idtoken;

import com.nimbusds.jwt.JWTClaimsSet;
import io.gatepass.adapters.oidc.http.Printable;
import java.util.stream.Stream;

/**
 * What gatepass wants to know of an ID token that has been found good.
 *
 * @param user who signed in: e-mail, else preferred user name, else subject (OIDC Core §5.1), fit
 *     to be shown
 */
public record IdToken(String user) {
  static IdToken of(JWTClaimsSet claims) {
    return new IdToken(
        Stream.of("email", "preferred_username", "sub")
            .map(claims::getClaim)
            .filter(String.class::isInstance)
            .map(claim -> Printable.of((String) claim))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("an unnamed user"));
  }
}
