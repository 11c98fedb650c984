package io.gatepass.adapters.fs.secret.token;

import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.platform.Platform;
import java.util.Optional;

/**
 * Tokens in a secret store, under {@code gatepass/<scope>/refresh} and {@code
 * gatepass/<scope>/access}. The access token is in the runtime cache instead where there is one.
 * Tokens of the environment come before all and are never stored.
 */
public final class SecretTokenStore implements TokenStore {
  private static final String ALL = "gatepass/";

  private final SecretStore secrets;
  private final RuntimeCache cache;
  private final EnvironmentTokens environment;

  /** Tokens in that store, with that cache and the platform's environment. */
  public SecretTokenStore(SecretStore secrets, RuntimeCache cache, Platform platform) {
    this.secrets = secrets;
    this.cache = cache;
    this.environment = new EnvironmentTokens(platform);
  }

  @Override
  public Optional<AccessToken> accessToken(CredentialScope scope) {
    return environment.accessToken().or(() -> cachedAccessToken(scope));
  }

  @Override
  public Optional<RefreshToken> refreshToken(CredentialScope scope) {
    return environment
        .refreshToken()
        .or(() -> secrets.get(refreshKey(scope)).map(RefreshToken::new));
  }

  @Override
  public void save(CredentialScope scope, TokenSet tokens) {
    Attempts attempts = new Attempts();
    tokens.refreshToken().ifPresent(token -> attempts.make(() -> keep(scope, token)));
    if (cache.isInUse()) {
      attempts.make(() -> cache.write(scope, tokens.accessToken()));
    } else if (attempts.haveSucceeded()) {
      secrets.put(accessKey(scope), AccessTokenText.format(tokens.accessToken()));
    }
    attempts.throwFailure();
  }

  @Override
  public void deleteRefreshToken(CredentialScope scope) {
    if (environment.refreshToken().isPresent()) {
      throw environment.cannotChange();
    }
    secrets.delete(refreshKey(scope));
  }

  @Override
  public void forget(CredentialScope scope) {
    Attempts attempts = new Attempts();
    attempts.make(() -> cache.delete(scope));
    attempts.make(() -> secrets.delete(refreshKey(scope)));
    attempts.make(() -> secrets.delete(accessKey(scope)));
    attempts.throwFailure();
  }

  @Override
  public void forgetAll() {
    Attempts attempts = new Attempts();
    attempts.make(cache::deleteAll);
    attempts.make(() -> secrets.list(ALL).forEach(key -> attempts.make(() -> secrets.delete(key))));
    attempts.throwFailure();
  }

  @Override
  public Description describe() {
    return environment
        .explanation()
        .map(explanation -> new Description("environment", false, explanation))
        .orElseGet(() -> describe(secrets.capabilities()));
  }

  private Optional<AccessToken> cachedAccessToken(CredentialScope scope) {
    return cache.isInUse()
        ? cache.read(scope)
        : secrets.get(accessKey(scope)).flatMap(AccessTokenText::parse);
  }

  /** A token that comes from the environment's is as little to be stored as that one. */
  private void keep(CredentialScope scope, RefreshToken token) {
    Optional<RefreshToken> given = environment.refreshToken();
    if (given.isEmpty()) {
      secrets.put(refreshKey(scope), token.value());
    } else if (!given.get().equals(token)) {
      throw environment.cannotChange();
    }
  }

  private static Description describe(SecretStore.Capabilities capabilities) {
    return new Description(
        capabilities.provider(),
        capabilities.writable() && capabilities.durable(),
        capabilities.explanation());
  }

  private static String refreshKey(CredentialScope scope) {
    return ALL + scope.id() + "/refresh";
  }

  private static String accessKey(CredentialScope scope) {
    return ALL + scope.id() + "/access";
  }
}
