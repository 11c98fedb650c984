package io.gatepass.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.RunningGatepass;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first morning after a rollout: every tool of the machine wants a token at once. */
final class CrowdIT {
  /**
   * As many as two cores start within a test's patience; {@code -Dgatepass.crowd=50} wants more.
   */
  private static final int CROWD = Integer.getInteger("gatepass.crowd", 20);

  private static final Duration SHORT = Duration.ofSeconds(1);

  @RegisterExtension final Workplace place = new Workplace();

  @BeforeEach
  void setUpLazily() {
    assertThat(place.setup("--lazy").exitCode()).isZero();
  }

  @Test
  void everyCallerGetsTheTokenOfOneSignIn() {
    // Given
    CountDownLatch allHaveStarted = new CountDownLatch(1);
    place
        .browser()
        .setUser((browser, address) -> {
          allHaveStarted.await();
          return FakeBrowser.approve(browser, address);
        });

    // When
    List<RunningGatepass> crowd = crowd();
    allHaveStarted.countDown();
    List<String> tokens = tokens(crowd);

    // Then
    assertThat(tokens).hasSize(CROWD).containsOnly(tokens.getFirst());
    assertThat(place.issuer().accepts(tokens.getFirst())).isTrue();
    assertThat(place.opener().count()).isOne();
    assertThat(place.issuer().log().count(Kind.AUTHORIZATION)).isOne();
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
    assertThat(place.issuer().log().count(Kind.REFRESH)).isZero();
  }

  @Test
  @Tag("acceptance") // a minute of two cores; TokenTiersIT has a smaller crowd in every build
  void allCallersOfAnExpiredTokenMakeOneRefresh() {
    // Given
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    String expired = place.gatepass("token").token();
    place.issuer().follow(IssuerPolicy.with(Consent.ASK));
    Workplace.let(SHORT);

    // When
    List<String> tokens = tokens(crowd());

    // Then
    assertThat(tokens).hasSize(CROWD).containsOnly(tokens.getFirst()).doesNotContain(expired);
    assertThat(place.issuer().accepts(tokens.getFirst())).isTrue();
    assertThat(place.issuer().log().count(Kind.REFRESH)).isOne();
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
    assertThat(place.opener().count()).isOne();
  }

  private List<RunningGatepass> crowd() {
    return Stream.generate(() -> place.start("token")).limit(CROWD).toList();
  }

  private static List<String> tokens(List<RunningGatepass> crowd) {
    return crowd.stream().map(RunningGatepass::finish).map(Finished::token).toList();
  }
}
