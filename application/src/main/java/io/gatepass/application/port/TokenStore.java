package io.gatepass.application.port;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.TokenSet;
import java.util.Optional;

/**
 * Where tokens are kept between two runs. Every method may throw {@link SecretStoreUnavailable},
 * which is not the same as "no token".
 */
public interface TokenStore {
  /** The cached access token, fresh or not. */
  Optional<AccessToken> accessToken(CredentialScope scope);

  /** The refresh token. */
  Optional<RefreshToken> refreshToken(CredentialScope scope);

  /**
   * Keeps the tokens durably: the refresh token first, because a rotated one must not be lost;
   * where the set has none, the stored one stays.
   */
  void save(CredentialScope scope, TokenSet tokens);

  /** Forgets a refresh token that the issuer has declared dead; the access token stays. */
  void deleteRefreshToken(CredentialScope scope);

  /** Forgets every token of the scope, wherever it is kept. */
  void forget(CredentialScope scope);

  /** Forgets every token of every scope, also of connections that are no longer configured. */
  void forgetAll();

  /** Which store it is and whether it remembers. */
  Description describe();

  /**
   * What a person needs to know of the store.
   *
   * @param provider its name in the settings
   * @param remembers whether a sign-in survives this process
   * @param explanation why it does not remember and what to do, or an empty text
   */
  record Description(String provider, boolean remembers, String explanation) {}
}
