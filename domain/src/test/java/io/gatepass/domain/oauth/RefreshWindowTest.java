package io.gatepass.domain.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshWindowTest {
  private static final Instant ISSUED = Instant.parse("2026-01-15T09:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT0S",
    "PT1M, PT20S",
    "PT5M, PT1M40S",
    "PT29M59S, PT9M59.666666666S",
    "PT30M, PT10M",
    "PT1H, PT10M",
    "PT24H, PT10M",
  })
  void itIsTenMinutesOrAThirdOfTheLifetimeWhereThatIsShorter(Duration lifetime, Duration window) {
    assertThat(RefreshWindow.of(lifetime)).isEqualTo(window);
  }

  @Test
  void aTokenIsFreshUntilTheWindowOpens() {
    AccessToken token = token(Duration.ofHours(1));
    Instant opens = ISSUED.plus(Duration.ofMinutes(50));

    assertThat(RefreshWindow.isFresh(token, ISSUED)).isTrue();
    assertThat(RefreshWindow.isFresh(token, opens.minusNanos(1))).isTrue();
    assertThat(RefreshWindow.isFresh(token, opens)).isFalse();
    assertThat(RefreshWindow.isFresh(token, ISSUED.plus(Duration.ofDays(1)))).isFalse();
  }

  @Test
  void aTokenThatLivesForNoTimeIsNeverFresh() {
    assertThat(RefreshWindow.isFresh(token(Duration.ZERO), ISSUED)).isFalse();
  }

  @Test
  void aTokenFromTheFutureIsNotFreshBecauseTheClockWasMovedBack() {
    AccessToken token = token(Duration.ofHours(1));

    assertThat(RefreshWindow.isFresh(token, ISSUED.minusSeconds(60))).isTrue();
    assertThat(RefreshWindow.isFresh(token, ISSUED.minusSeconds(61))).isFalse();
    assertThat(RefreshWindow.isFresh(token, ISSUED.minus(Duration.ofDays(365)))).isFalse();
  }

  @Property
  void aTokenIsHandedOutForTwoThirdsOfItsLifeAtLeastAndNeverWhenItHasExpired(
      @ForAll @LongRange(min = 1, max = 10_000_000) long lifetimeMillis,
      @ForAll @LongRange(min = 0, max = 20_000_000) long ageMillis) {
    AccessToken token = token(Duration.ofMillis(lifetimeMillis));
    Instant now = ISSUED.plusMillis(ageMillis);

    boolean fresh = RefreshWindow.isFresh(token, now);

    assertThat(fresh && token.hasExpired(now)).isFalse();
    assertThat(fresh || ageMillis >= lifetimeMillis * 2 / 3).isTrue();
  }

  @Property
  void noLifeIsSoLongOrSoShortThatItCannotBeTold(
      @ForAll Instant issuedAt, @ForAll Instant expiresAt, @ForAll Instant now) {
    boolean rightWayRound = issuedAt.isBefore(expiresAt);
    AccessToken token =
        new AccessToken(
            Secret.of("access-1"),
            rightWayRound ? issuedAt : expiresAt,
            rightWayRound ? expiresAt : issuedAt);

    assertThat(RefreshWindow.isFresh(token, now) && token.hasExpired(now)).isFalse();
  }

  private static AccessToken token(Duration lifetime) {
    return new AccessToken(Secret.of("access-1"), ISSUED, ISSUED.plus(lifetime));
  }
}
