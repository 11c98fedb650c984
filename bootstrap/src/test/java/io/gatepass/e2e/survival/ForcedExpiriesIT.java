package io.gatepass.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.RunningGatepass;
import io.gatepass.e2e.parts.Keyring;
import io.gatepass.e2e.parts.OidcProvider;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Token after token expires while many tools ask, at an issuer that takes a refresh token's second
 * use for theft and ends the session (RFC 9700 §4.14). As on a desktop: GNOME's keyring, and access
 * tokens in memory. {@code -Dgatepass.rounds=1000} makes it as many as the specification asks for.
 */
@Tag("acceptance")
final class ForcedExpiriesIT {
  private static final int ROUNDS = Integer.getInteger("gatepass.rounds", 4);
  private static final int CALLERS = 8;
  private static final Duration LIFE = Duration.ofSeconds(1);

  @RegisterExtension final Workplace place = new Workplace();

  private Keyring keyring;
  private OidcProvider provider;

  @BeforeEach
  void start() throws Exception {
    place.sandbox().unset("GATEPASS_SECRETS_PROVIDER");
    place.sandbox().unset("GATEPASS_PASSPHRASE");
    keyring = Keyring.start(place.sandbox(), place.giveMemory());
    provider = OidcProvider.start(Workplace.CLIENT_ID);
  }

  @AfterEach
  void stop() throws Exception {
    provider.close();
    keyring.close();
  }

  @Test
  void noSessionIsEverLost() throws Exception {
    // Given
    provider.setLifetime((int) LIFE.toSeconds());
    assertThat(place.setupAt(provider.url()).exitCode()).isZero();

    // When
    for (int round = 0; round < ROUNDS; round++) {
      Workplace.let(LIFE);
      assertThat(tokensOfOneRound()).as("round %s", round).hasSize(CALLERS).doesNotContain("");
    }

    // Then
    assertThat(provider.revocations()).isZero();
    assertThat(provider.grants("refresh_token")).isGreaterThanOrEqualTo(ROUNDS);
    assertThat(provider.grants("authorization_code")).isOne();
    assertThat(place.opener().count()).isOne();
  }

  private List<String> tokensOfOneRound() {
    List<RunningGatepass> callers =
        Stream.generate(() -> place.start("token")).limit(CALLERS).toList();
    return callers.stream().map(caller -> caller.finish().token()).toList();
  }
}
