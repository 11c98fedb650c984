package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.oauth.TokenSet;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link TokenStore} that remembers does. Each test starts with an empty store. */
public abstract class TokenStoreContract {
  /** A scope. */
  protected static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");

  /** A scope of another gateway. */
  protected static final CredentialScope OTHER = new CredentialScope("fedcba9876543210");

  private static final Instant ISSUED = Instant.parse("2026-01-15T09:00:00.123Z");

  /** The store under test; the same one at every call within a test. */
  protected abstract TokenStore store();

  /** A further handle on the same tokens, as another process would open it. */
  protected abstract TokenStore sameTokens();

  @Test
  protected void nothingIsFoundInAnEmptyStore() {
    assertThat(store().accessToken(SCOPE)).isEmpty();
    assertThat(store().refreshToken(SCOPE)).isEmpty();
  }

  @Test
  protected void savedTokensAreFoundWithTheirLife() {
    store().save(SCOPE, tokens("a-1", "r-1"));

    assertThat(sameTokens().accessToken(SCOPE)).contains(access("a-1"));
    assertThat(sameTokens().refreshToken(SCOPE)).contains(refresh("r-1"));
  }

  @Test
  protected void newTokensTakeThePlaceOfTheOldOnes() {
    store().save(SCOPE, tokens("a-1", "r-1"));

    store().save(SCOPE, tokens("a-2", "r-2"));

    assertThat(sameTokens().accessToken(SCOPE)).contains(access("a-2"));
    assertThat(sameTokens().refreshToken(SCOPE)).contains(refresh("r-2"));
  }

  @Test
  protected void theRefreshTokenStaysWhereTheResponseHasNone() {
    store().save(SCOPE, tokens("a-1", "r-1"));

    store().save(SCOPE, new TokenSet(access("a-2"), Optional.empty(), Optional.empty()));

    assertThat(store().accessToken(SCOPE)).contains(access("a-2"));
    assertThat(store().refreshToken(SCOPE)).contains(refresh("r-1"));
  }

  @Test
  protected void aDeadRefreshTokenIsForgottenAndTheAccessTokenStays() {
    store().save(SCOPE, tokens("a-1", "r-1"));

    store().deleteRefreshToken(SCOPE);

    assertThat(sameTokens().refreshToken(SCOPE)).isEmpty();
    assertThat(sameTokens().accessToken(SCOPE)).contains(access("a-1"));
  }

  @Test
  protected void forgettingAScopeLeavesTheOthers() {
    store().save(SCOPE, tokens("a-1", "r-1"));
    store().save(OTHER, tokens("a-2", "r-2"));

    store().forget(SCOPE);

    assertThat(sameTokens().accessToken(SCOPE)).isEmpty();
    assertThat(sameTokens().refreshToken(SCOPE)).isEmpty();
    assertThat(sameTokens().accessToken(OTHER)).contains(access("a-2"));
    assertThat(sameTokens().refreshToken(OTHER)).contains(refresh("r-2"));
  }

  @Test
  protected void forgettingAllLeavesNothing() {
    store().save(SCOPE, tokens("a-1", "r-1"));
    store().save(OTHER, tokens("a-2", "r-2"));

    store().forgetAll();

    assertThat(sameTokens().accessToken(SCOPE)).isEmpty();
    assertThat(sameTokens().refreshToken(SCOPE)).isEmpty();
    assertThat(sameTokens().accessToken(OTHER)).isEmpty();
    assertThat(sameTokens().refreshToken(OTHER)).isEmpty();
  }

  /** An access token of five minutes. */
  protected static AccessToken access(String text) {
    return new AccessToken(Secret.of(text), ISSUED, ISSUED.plusSeconds(300));
  }

  /** A refresh token. */
  protected static RefreshToken refresh(String text) {
    return new RefreshToken(Secret.of(text));
  }

  /** Both. */
  protected static TokenSet tokens(String access, String refresh) {
    return new TokenSet(access(access), Optional.of(refresh(refresh)), Optional.empty());
  }
}
