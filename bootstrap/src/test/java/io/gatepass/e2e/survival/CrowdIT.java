package io.gatepass.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.RunningGatepass;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The first morning after a rollout: every tool of the machine wants a token at once. As on a
 * desktop, access tokens are in memory; {@code -Dgatepass.crowds=20} makes it happen as often as
 * the specification asks for.
 */
final class CrowdIT {
  private static final int CROWD = 50;

  private static final Duration SHORT = Duration.ofSeconds(1);

  @RegisterExtension final Workplace place = new Workplace();

  @BeforeEach
  void setUpLazily() throws IOException {
    place.giveMemory();
    assertThat(place.setup("--lazy").exitCode()).isZero();
  }

  static IntStream rounds() {
    return IntStream.rangeClosed(1, Integer.getInteger("gatepass.crowds", 1));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void everyCallerGetsTheTokenOfOneSignIn(int round) {
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
    assertThat(tokens).as("round %s", round).hasSize(CROWD).containsOnly(tokens.getFirst());
    assertThat(place.issuer().accepts(tokens.getFirst())).isTrue();
    assertThat(place.opener().count()).isOne();
    assertThat(place.issuer().log().count(Kind.AUTHORIZATION)).isOne();
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
    assertThat(place.issuer().log().count(Kind.REFRESH)).isZero();
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void allCallersOfAnExpiredTokenMakeOneRefresh(int round) {
    // Given
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    String expired = place.gatepass("token").token();
    place.issuer().follow(IssuerPolicy.with(Consent.ASK));
    Workplace.let(SHORT);

    // When
    List<String> tokens = tokens(crowd());

    // Then
    assertThat(tokens)
        .as("round %s", round)
        .hasSize(CROWD)
        .containsOnly(tokens.getFirst())
        .doesNotContain(expired);
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
