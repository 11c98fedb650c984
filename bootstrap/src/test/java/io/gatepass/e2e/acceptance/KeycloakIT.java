package io.gatepass.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Leaks;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.RunningGatepass;
import io.gatepass.e2e.image.Sandbox;
import io.gatepass.e2e.parts.Keycloak;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole story against Keycloak, which ends a session when a refresh token is used twice. */
@Tag("acceptance")
final class KeycloakIT {
  /** Whose access tokens live 2 seconds. */
  private static final String BRIEF = "gatepass-brief";

  private static final Duration LIFE = Duration.ofSeconds(2);
  private static final int CALLERS = 8;

  private static Keycloak keycloak;

  @RegisterExtension final Workplace place = new Workplace();

  @BeforeAll
  static void start() throws IOException {
    keycloak = Keycloak.start();
  }

  @AfterAll
  static void stop() {
    keycloak.close();
  }

  @BeforeEach
  void adaIsThere() {
    place.browser().setUser(Keycloak.user("ada"));
  }

  @Test
  void signInGivesATokenThatIsCached() throws Exception {
    // Given
    Finished setup = setup(Workplace.CLIENT_ID);
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    long before = keycloak.count("REFRESH_TOKEN");

    // When
    Finished first = place.gatepass("token");
    Finished second = place.gatepass("token");

    // Then
    assertThat(first.token().split("\\.")).hasSize(3);
    assertThat(second.token()).isEqualTo(first.token());
    assertThat(setup.stderr()).contains("Signed in").doesNotContain("Warning");
    assertThat(place.browser().page().html()).contains("close");
    assertThat(place.opener().count()).isOne();
    assertThat(keycloak.count("REFRESH_TOKEN")).isEqualTo(before);
    assertThat(Leaks.in(Sandbox.files(place.sandbox().home()), Map.of("token", first.token())))
        .isEmpty();
  }

  @Test
  void refreshTokensAreRotatedAndNoneIsUsedTwice() throws Exception {
    // Given
    assertThat(setup(BRIEF).exitCode()).isZero();
    long before = keycloak.count("REFRESH_TOKEN");

    // When
    List<String> tokens =
        Stream.generate(
                () -> {
                  Workplace.let(LIFE);
                  return place.gatepass("token").token();
                })
            .limit(3)
            .toList();

    // Then
    assertThat(tokens).doesNotHaveDuplicates();
    assertThat(keycloak.count("REFRESH_TOKEN") - before).isEqualTo(3);
    assertThat(place.opener().count()).isOne();
  }

  @Test
  void manyCallersOfAnExpiredTokenDoNotEndTheSession() throws Exception {
    // Given
    assertThat(setup(BRIEF).exitCode()).isZero();
    long errors = keycloak.count("REFRESH_TOKEN_ERROR");

    // When
    for (int round = 0; round < 3; round++) {
      Workplace.let(LIFE);
      List<RunningGatepass> callers =
          Stream.generate(() -> place.start("token")).limit(CALLERS).toList();
      assertThat(callers.stream().map(caller -> caller.finish().token())).doesNotContain("");
    }

    // Then
    assertThat(keycloak.count("REFRESH_TOKEN_ERROR")).isEqualTo(errors);
    assertThat(place.opener().count()).isOne();
  }

  @Test
  void purgeRevokesTheSession() {
    // Given
    assertThat(setup(Workplace.CLIENT_ID).exitCode()).isZero();
    long before = keycloak.count("REVOKE_GRANT");

    // When
    Finished teardown = place.gatepass("teardown", "--purge-tokens");

    // Then
    assertThat(teardown.exitCode()).as("%s", teardown).isZero();
    assertThat(teardown.stderr()).doesNotContain("Warning");
    assertThat(keycloak.count("REVOKE_GRANT") - before).isOne();
    assertThat(place.gatepass("token", "--no-login").exitCode()).isEqualTo(4);
  }

  @Test
  void userWhoMayNotStaySignedInIsToldWhomToAsk() {
    // Given
    place.browser().setUser(Keycloak.user("charles"));

    // When
    Finished setup = setup(Workplace.CLIENT_ID);

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isEqualTo(4);
    assertThat(setup.stderr()).contains("offline_access");
  }

  private Finished setup(String clientId) {
    return place.gatepass(
        "setup",
        "--gateway-url",
        place.gateway().url(),
        "--issuer",
        keycloak.url(),
        "--client-id",
        clientId);
  }
}
