package io.gatepass.domain.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
  private static final Instant ISSUED = Instant.parse("2026-01-15T09:00:00Z");

  @Test
  void itIsOfNoUseFromTheInstantOfItsExpiryOn() {
    AccessToken token = token(ISSUED.plusSeconds(60));

    assertThat(token.hasExpired(ISSUED.plusSeconds(60).minusNanos(1))).isFalse();
    assertThat(token.hasExpired(ISSUED.plusSeconds(60))).isTrue();
    assertThat(token.lifetime()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void oneThatLivesForNoTimeHasExpiredAtOnce() {
    assertThat(token(ISSUED).hasExpired(ISSUED)).isTrue();
  }

  @Test
  void itCannotExpireBeforeItIsIssued() {
    assertThatIllegalArgumentException().isThrownBy(() -> token(ISSUED.minusNanos(1)));
  }

  private static AccessToken token(Instant expiresAt) {
    return new AccessToken(Secret.of("access-1"), ISSUED, expiresAt);
  }
}
