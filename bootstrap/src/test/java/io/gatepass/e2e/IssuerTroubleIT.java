package io.gatepass.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Fault;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.CachedToken;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trouble that no sign-in would cure never opens a browser. */
final class IssuerTroubleIT {
  private static final Duration SHORT = Duration.ofSeconds(1);

  @RegisterExtension final Workplace place = new Workplace();

  @BeforeEach
  void setUpLazily() {
    assertThat(place.setup("--lazy").exitCode()).isZero();
  }

  @Test
  void issuerThatIsDownAtTheFirstSignInIsExitFive() {
    place.issuer().stop();

    Finished token = place.gatepass("token");

    assertUnreachable(token, 0);
  }

  @Test
  void issuerThatIsDownAtARefreshIsExitFiveAndTheRefreshTokenIsKept() throws Exception {
    // Given
    signInForAMoment();
    place.issuer().stop();

    // When
    Finished token = place.gatepass("token");

    // Then
    assertUnreachable(token, 1);
    place.issuer().restart();
    assertThat(place.gatepass("token").exitCode()).isZero();
    assertThat(place.opener().count()).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "MALFORMED_TOKEN_RESPONSE"})
  void issuerThatAnswersNonsenseAtARefreshIsExitFive(Fault fault) {
    // Given
    signInForAMoment();
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withFault(fault));

    // When
    Finished token = place.gatepass("token");

    // Then
    assertUnreachable(token, 1);
    assertThat(place.issuer().log().count(Kind.REFRESH)).isOne();
  }

  @Test
  void issuerThatAnswers503AtTheFirstSignInIsExitFive() {
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withFault(Fault.SERVER_ERROR));

    Finished token = place.gatepass("token");

    assertUnreachable(token, 0);
  }

  @Test
  void deniedConsentIsExitFourWithTheIssuersWords() throws Exception {
    // Given
    place.browser().setUser(FakeBrowser::deny);

    // When
    Finished token = place.gatepass("token");

    // Then
    assertThat(token.exitCode()).as("%s", token).isEqualTo(4);
    assertThat(token.stdout()).isEmpty();
    assertThat(token.stderr()).contains("The user refused the sign-in");
    assertThat(place.browser().page().html()).contains("The user refused the sign-in");
  }

  @Test
  void toolThatAsksAgainAfterARefusalIsToldAtOnceInsteadOfASecondBrowser() {
    // Given
    place.browser().setUser(FakeBrowser::deny);
    Finished first = place.gatepass("token");

    // When
    Finished second = place.gatepass("token");

    // Then
    assertThat(first.exitCode()).as("%s", first).isEqualTo(4);
    assertThat(second.exitCode()).as("%s", second).isEqualTo(4);
    assertThat(second.stderr()).contains("The user refused the sign-in");
    assertThat(place.opener().count()).isOne();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tokenThatIsStillValidIsServedWithAWarningWhileTheIssuerIsDown() throws Exception {
    // Given
    Path memory = place.giveMemory();
    assertThat(place.setup().exitCode()).isZero();
    CachedToken cached = CachedToken.in(memory);
    cached.let(Duration.ofMinutes(55), Duration.ofMinutes(5));
    place.issuer().stop();

    // When
    Finished token = place.gatepass("token");

    // Then
    assertThat(token.token()).isEqualTo(cached.token());
    assertThat(token.stderr()).contains("Using the token that is still valid.");
    assertThat(place.opener().count()).isOne();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void laptopThatSleptThroughTheExpiryGetsARenewedToken() throws Exception {
    // Given
    Path memory = place.giveMemory();
    assertThat(place.setup().exitCode()).isZero();
    CachedToken cached = CachedToken.in(memory);
    cached.let(Duration.ofHours(9), Duration.ofHours(-8));

    // When
    Finished token = place.gatepass("token");

    // Then
    assertThat(token.token()).isNotEqualTo(cached.token());
    assertThat(place.issuer().log().count(Kind.REFRESH)).isOne();
    assertThat(place.opener().count()).isOne();
  }

  private void signInForAMoment() {
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    assertThat(place.gatepass("token").exitCode()).isZero();
    Workplace.let(SHORT);
  }

  private void assertUnreachable(Finished token, int windows) {
    assertThat(token.exitCode()).as("%s", token).isEqualTo(5);
    assertThat(token.stdout()).isEmpty();
    assertThat(token.stderr()).isNotBlank();
    assertThat(place.opener().count()).isEqualTo(windows);
  }
}
