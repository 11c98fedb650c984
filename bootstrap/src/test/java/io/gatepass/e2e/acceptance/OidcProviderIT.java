package io.gatepass.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.Samples;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.RunningGatepass;
import io.gatepass.e2e.parts.OidcProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole story against npm's {@code oidc-provider}. */
@Tag("acceptance")
final class OidcProviderIT {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final int CALLERS = 4;

  @RegisterExtension final Workplace place = new Workplace();

  private OidcProvider provider;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    provider = OidcProvider.start(Workplace.CLIENT_ID);
    place.sandbox().installClaudeCode(Samples.SETTINGS);
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void lazySetupSignInCachedTokenAndTeardown() throws Exception {
    // Given
    Map<String, String> before = place.sandbox().userFiles();
    Finished setup = place.setupAt(provider.url(), "--lazy");
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(provider.requests("/.well-known/openid-configuration")).isZero();

    // When
    Finished first = place.gatepass("token");
    Finished second = place.gatepass("token");
    Finished teardown = place.gatepass("teardown", "--purge-tokens");

    // Then
    assertThat(second.token()).isEqualTo(first.token());
    assertThat(place.opener().count()).isOne();
    assertThat(place.browser().page().html()).contains("close");
    assertThat(provider.grants("authorization_code")).isOne();
    assertThat(teardown.exitCode()).as("%s", teardown).isZero();
    assertThat(provider.requests("/token/revocation")).isOne();
    assertThat(place.sandbox().userFiles()).isEqualTo(before);
  }

  @Test
  void sixtySecondTokenIsServedFromTheCache() {
    assertThat(place.setupAt(provider.url()).exitCode()).isZero();

    assertThat(place.gatepass("token").exitCode()).isZero();

    assertThat(provider.requests("/token")).isOne();
  }

  @Test
  void expiredTokenIsRefreshedAndTheRotatedRefreshTokenIsKept() throws Exception {
    // Given
    provider.setLifetime(1);
    assertThat(place.setupAt(provider.url()).exitCode()).isZero();

    // When
    Workplace.let(SHORT);
    String second = place.gatepass("token").token();
    Workplace.let(SHORT);
    String third = place.gatepass("token").token();

    // Then
    assertThat(third).isNotEqualTo(second);
    assertThat(provider.grants("refresh_token")).isEqualTo(2);
    assertThat(place.opener().count()).isOne();
  }

  @Test
  void manyCallersOfAnExpiredTokenDoNotLoseTheFamily() throws Exception {
    // Given
    provider.setLifetime(1);
    assertThat(place.setupAt(provider.url()).exitCode()).isZero();
    provider.setLifetime(60);
    Workplace.let(SHORT);

    // When
    List<RunningGatepass> callers =
        Stream.generate(() -> place.start("token")).limit(CALLERS).toList();
    List<String> tokens = callers.stream().map(caller -> caller.finish().token()).toList();

    // Then
    assertThat(tokens).containsOnly(tokens.getFirst());
    assertThat(provider.grants("refresh_token")).isOne();
    assertThat(place.opener().count()).isOne();
  }

  @Test
  void deadRefreshTokenSignsInAgain() throws Exception {
    // Given
    provider.setLifetime(1);
    assertThat(place.setupAt(provider.url()).exitCode()).isZero();
    provider.forget();
    provider.setLifetime(60);

    // When
    Workplace.let(SHORT);
    Finished token = place.gatepass("token");

    // Then
    assertThat(token.token()).isNotBlank();
    assertThat(place.opener().count()).isEqualTo(2);
    assertThat(provider.grants("refresh_token")).isZero();
  }

  @Test
  void expiredTokenWithoutARefreshTokenSignsInAgain() throws Exception {
    // Given
    provider.setLifetime(1);
    provider.withholdRefreshTokens();
    assertThat(place.setupAt(provider.url()).exitCode()).isZero();

    // When
    Workplace.let(SHORT);
    Finished token = place.gatepass("token");

    // Then
    assertThat(token.token()).isNotBlank();
    assertThat(place.opener().count()).isEqualTo(2);
    assertThat(provider.grants("refresh_token")).isZero();
  }

  @Test
  void providerThatIsDownAtARefreshIsExitFiveWithoutABrowser() throws Exception {
    // Given
    provider.setLifetime(1);
    assertThat(place.setupAt(provider.url()).exitCode()).isZero();
    provider.close();

    // When
    Workplace.let(SHORT);
    Finished token = place.gatepass("token");

    // Then
    assertThat(token.exitCode()).as("%s", token).isEqualTo(5);
    assertThat(place.opener().count()).isOne();
  }

  @Test
  void audienceIsAskedForAsAResourceInTheSignInAndInTheRefresh() throws Exception {
    // Given
    provider.setLifetime(1);
    Finished setup = place.setupAt(provider.url(), "--audience", "https://gateway.example/api");
    assertThat(setup.exitCode()).as("%s", setup).isZero();

    // When
    Workplace.let(SHORT);
    Finished token = place.gatepass("token");

    // Then
    assertThat(token.token()).isNotBlank();
    assertThat(place.opener().count()).isOne();
    assertThat(provider.grants("refresh_token")).isOne();
  }

  @Test
  void cancelledSignInIsExitFour() {
    // Given
    place.browser().setUser(FakeBrowser::deny);

    // When
    Finished setup = place.setupAt(provider.url());

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isEqualTo(4);
    assertThat(setup.stderr()).contains("The user cancelled the sign-in");
  }
}
