package io.gatepass.application.port;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.TokenSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A token store in memory that can be made to fail. */
public final class InMemoryTokenStore implements TokenStore {
  private final Map<CredentialScope, AccessToken> accessTokens = new ConcurrentHashMap<>();
  private final Map<CredentialScope, RefreshToken> refreshTokens = new ConcurrentHashMap<>();
  private volatile @Nullable SecretStoreUnavailable onRead;
  private volatile @Nullable SecretStoreUnavailable onRefreshTokenRead;
  private volatile @Nullable SecretStoreUnavailable onWrite;
  private volatile Description description = new Description("memory", true, "");

  /** Makes every method fail that reads; null heals it. */
  public void failReadsWith(@Nullable SecretStoreUnavailable failure) {
    onRead = failure;
  }

  /** Makes the refresh token unreadable, as when only access tokens are cached; null heals it. */
  public void failRefreshTokenReadsWith(@Nullable SecretStoreUnavailable failure) {
    onRefreshTokenRead = failure;
  }

  /** From now on the store says that it forgets with the process, and why. */
  public void forgetsBecause(String explanation) {
    description = new Description("memory", false, explanation);
  }

  /** Makes every method fail that writes; null heals it. */
  public void failWritesWith(@Nullable SecretStoreUnavailable failure) {
    onWrite = failure;
  }

  @Override
  public Optional<AccessToken> accessToken(CredentialScope scope) {
    throwIfSet(onRead);
    return Optional.ofNullable(accessTokens.get(scope));
  }

  @Override
  public Optional<RefreshToken> refreshToken(CredentialScope scope) {
    throwIfSet(onRead);
    throwIfSet(onRefreshTokenRead);
    return Optional.ofNullable(refreshTokens.get(scope));
  }

  @Override
  public void save(CredentialScope scope, TokenSet tokens) {
    throwIfSet(onWrite);
    tokens.refreshToken().ifPresent(token -> refreshTokens.put(scope, token));
    accessTokens.put(scope, tokens.accessToken());
  }

  @Override
  public void deleteRefreshToken(CredentialScope scope) {
    throwIfSet(onWrite);
    refreshTokens.remove(scope);
  }

  @Override
  public void forget(CredentialScope scope) {
    throwIfSet(onWrite);
    refreshTokens.remove(scope);
    accessTokens.remove(scope);
  }

  @Override
  public void forgetAll() {
    throwIfSet(onWrite);
    refreshTokens.clear();
    accessTokens.clear();
  }

  @Override
  public Description describe() {
    return description;
  }

  private static void throwIfSet(@Nullable SecretStoreUnavailable failure) {
    if (failure != null) {
      throw failure;
    }
  }
}
