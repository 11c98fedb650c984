package io.gatepass.adapters.fs.secret.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.InMemorySecretStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.RefreshWindow;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.platform.Platform;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TokensOfTheEnvironmentTest {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");
  private static final Instant NOW = Instant.parse("2026-01-15T09:00:00Z");

  private final InMemorySecretStore secrets = new InMemorySecretStore();

  @Test
  void theyComeBeforeTheStoreWhichIsNotEvenAsked() {
    secrets.failReadsWith(new SecretStoreUnavailable(Reason.LOCKED, "Locked.", "Unlock."));

    TokenStore store = store("GATEPASS_ACCESS_TOKEN", "a", "GATEPASS_REFRESH_TOKEN", "r");

    assertThat(store.accessToken(SCOPE).orElseThrow().value()).isEqualTo(Secret.of("a"));
    assertThat(store.refreshToken(SCOPE)).contains(new RefreshToken(Secret.of("r")));
  }

  @Test
  void anAccessTokenOfTheEnvironmentIsAlwaysFresh() {
    AccessToken token = store("GATEPASS_ACCESS_TOKEN", "a").accessToken(SCOPE).orElseThrow();

    assertThat(RefreshWindow.isFresh(token, NOW)).isTrue();
    assertThat(token.hasExpired(NOW.plusSeconds(1_000_000_000L))).isFalse();
  }

  @Test
  void theyAreNeverStored() {
    store("GATEPASS_REFRESH_TOKEN", "r").save(SCOPE, tokens("a", Optional.of("r")));

    assertThat(secrets.list("")).containsExactly("gatepass/" + SCOPE.id() + "/access");
  }

  @Test
  void aSuccessorOfTheirRefreshTokenIsNotStoredAndThatIsSaid() {
    TokenStore store = store("GATEPASS_REFRESH_TOKEN", "r");

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> store.save(SCOPE, tokens("a", Optional.of("r-2"))))
        .satisfies(failure -> {
          assertThat(failure.reason()).isEqualTo(Reason.READ_ONLY);
          assertThat(failure.what() + failure.remedy()).contains("GATEPASS_REFRESH_TOKEN");
        });

    assertThat(secrets.list("")).isEmpty();
  }

  @Test
  void aDeadOneCannotBeDeletedAndThatIsSaid() {
    secrets.put("gatepass/" + SCOPE.id() + "/refresh", Secret.of("stored"));

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> store("GATEPASS_REFRESH_TOKEN", "r").deleteRefreshToken(SCOPE))
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.READ_ONLY));

    assertThat(secrets.list("")).hasSize(1);
  }

  @Test
  void forgettingEmptiesTheStoreAllTheSame() {
    secrets.put("gatepass/" + SCOPE.id() + "/refresh", Secret.of("stored"));
    TokenStore store = store("GATEPASS_REFRESH_TOKEN", "r");

    assertThatCode(() -> store.forget(SCOPE)).doesNotThrowAnyException();

    assertThat(secrets.list("")).isEmpty();
  }

  @Test
  void itIsSaidThatNothingIsRemembered() {
    assertThat(store("GATEPASS_REFRESH_TOKEN", "r").describe())
        .isEqualTo(
            new TokenStore.Description(
                "environment",
                false,
                "GATEPASS_REFRESH_TOKEN is set and is used instead. Unset it to have a sign-in"
                    + " remembered."));
    assertThat(store("GATEPASS_ACCESS_TOKEN", "a").describe().remembers()).isFalse();
  }

  private TokenStore store(String... variables) {
    Map<String, String> environment =
        variables.length == 2
            ? Map.of(variables[0], variables[1])
            : Map.of(variables[0], variables[1], variables[2], variables[3]);
    return new SecretTokenStore(
        secrets,
        new RuntimeCache(Optional.empty(), true),
        new Platform(Platform.Os.LINUX, "/nonexistent", environment));
  }

  private static TokenSet tokens(String access, Optional<String> refresh) {
    return new TokenSet(
        new AccessToken(Secret.of(access), NOW, NOW.plusSeconds(300)),
        refresh.map(Secret::of).map(RefreshToken::new),
        Optional.empty());
  }
}
