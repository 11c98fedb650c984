package io.gatepass.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.RunningGatepass;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From where a token comes, and when a browser opens for it. */
final class TokenTiersIT {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final int CALLERS = 5;

  @RegisterExtension final Workplace place = new Workplace();

  @BeforeEach
  void setUpLazily() {
    assertThat(place.setup("--lazy").exitCode()).isZero();
  }

  @Test
  void expiredTokenIsRefreshedWithoutABrowserAndTheRefreshTokenRotates() {
    // Given
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    String first = place.gatepass("token").token();

    // When
    Workplace.let(SHORT);
    String second = place.gatepass("token").token();
    Workplace.let(SHORT);
    String third = place.gatepass("token").token();

    // Then
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    assertThat(place.opener().count()).isOne();
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
    assertThat(place.issuer().log().count(Kind.REFRESH)).isEqualTo(2);
  }

  @Test
  void refreshCostsOneRequest() {
    // Given
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    assertThat(place.gatepass("token").exitCode()).isZero();
    int requests = place.issuer().log().total();

    // When
    Workplace.let(SHORT);
    Finished token = place.gatepass("token");

    // Then
    assertThat(token.exitCode()).isZero();
    assertThat(place.issuer().log().total()).isEqualTo(requests + 1);
  }

  @Test
  void expiredTokenWithoutARefreshTokenSignsInAgain() {
    // Given
    place
        .issuer()
        .follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT).withoutRefreshTokens());
    String first = place.gatepass("token").token();

    // When
    Workplace.let(SHORT);
    String second = place.gatepass("token").token();

    // Then
    assertThat(second).isNotEqualTo(first);
    assertThat(place.opener().count()).isEqualTo(2);
    assertThat(place.issuer().log().count(Kind.REFRESH)).isZero();
  }

  @Test
  void deadRefreshTokenSignsInAgainAndIsNotTriedTwice() {
    // Given
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    String first = place.gatepass("token").token();
    place.issuer().revokeAll();
    place.issuer().follow(IssuerPolicy.with(Consent.ASK));

    // When
    Workplace.let(SHORT);
    String second = place.gatepass("token").token();
    String third = place.gatepass("token").token();

    // Then
    assertThat(second).isNotEqualTo(first).isEqualTo(third);
    assertThat(place.opener().count()).isEqualTo(2);
    assertThat(place.issuer().log().count(Kind.REFRESH)).isOne();
  }

  @Test
  void deadRefreshTokenAndNoLoginAllowedIsExitFourWithoutABrowser() {
    // Given
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    assertThat(place.gatepass("token").exitCode()).isZero();
    place.issuer().revokeAll();

    // When
    Workplace.let(SHORT);
    Finished token = place.gatepass("token", "--no-login");

    // Then
    assertThat(token.exitCode()).as("%s", token).isEqualTo(4);
    assertThat(token.stdout()).isEmpty();
    assertThat(place.opener().count()).isOne();
  }

  @Test
  void noLoginIsExitFourWhereNobodyHasSignedIn() {
    Finished token = place.gatepass("token", "--no-login");

    assertThat(token.exitCode()).as("%s", token).isEqualTo(4);
    assertThat(place.opener().count()).isZero();
    assertThat(place.issuer().log().total()).isZero();
  }

  @Test
  void skipBrowserPrintsTheAddressOnStderrAndWaitsForTheCallback() throws Exception {
    // Given
    RunningGatepass token = place.start("token", "--skip-browser");

    // When
    String address = token.awaitLine(line -> line.strip().startsWith(place.issuer().url()));
    FakeBrowser.approve(place.browser(), URI.create(address.strip()));

    // Then
    assertThat(place.issuer().accepts(token.finish().token())).isTrue();
    assertThat(place.opener().count()).isZero();
  }

  @Test
  void manyCallersGetTheTokenOfOneSignIn() {
    // Given
    CountDownLatch released = new CountDownLatch(1);
    place
        .browser()
        .setUser((browser, address) -> {
          released.await();
          return FakeBrowser.approve(browser, address);
        });

    // When
    List<RunningGatepass> callers =
        Stream.generate(() -> place.start("token")).limit(CALLERS).toList();
    released.countDown();
    List<String> tokens =
        callers.stream().map(RunningGatepass::finish).map(Finished::token).toList();

    // Then
    assertThat(tokens).hasSize(CALLERS).containsOnly(tokens.getFirst());
    assertThat(place.opener().count()).isOne();
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
  }

  @Test
  void manyCallersOfAnExpiredTokenMakeOneRefresh() {
    // Given
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    assertThat(place.gatepass("token").exitCode()).isZero();
    place.issuer().follow(IssuerPolicy.with(Consent.ASK));
    Workplace.let(SHORT);

    // When
    List<RunningGatepass> callers =
        Stream.generate(() -> place.start("token")).limit(CALLERS).toList();
    List<String> tokens =
        callers.stream().map(RunningGatepass::finish).map(Finished::token).toList();

    // Then
    assertThat(tokens).containsOnly(tokens.getFirst());
    assertThat(place.issuer().log().count(Kind.REFRESH)).isOne();
  }

  @Test
  void interruptedCallerIsExit130AndTheSignInGoesOnWithoutIt() throws Exception {
    // Given
    CountDownLatch opened = new CountDownLatch(1);
    CountDownLatch comesBack = new CountDownLatch(1);
    place
        .browser()
        .setUser((browser, address) -> {
          opened.countDown();
          comesBack.await();
          return FakeBrowser.approve(browser, address);
        });
    RunningGatepass token = place.start("token");
    opened.await();

    // When
    token.interrupt();

    // Then
    assertThat(token.finish().exitCode()).isEqualTo(130);
    comesBack.countDown();
    assertThat(place.issuer().accepts(place.gatepass("token").token())).isTrue();
    assertThat(place.opener().count()).isOne();
  }
}
