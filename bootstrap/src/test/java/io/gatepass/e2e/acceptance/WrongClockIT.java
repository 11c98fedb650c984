package io.gatepass.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The image on a machine whose clock is wrong, as Debian's faketime makes it. */
@Tag("acceptance")
final class WrongClockIT {
  private static final Duration SHORT = Duration.ofSeconds(1);

  @RegisterExtension final Workplace place = new Workplace();

  @ParameterizedTest
  @CsvSource({"+55m, 55 minutes fast", "-55m, 55 minutes slow"})
  void signInAndRefreshWorkWithinAnHourAndTheUserIsTold(String offset, String words) {
    // Given
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));

    // When
    Finished setup = withClock(offset, setup());
    Workplace.let(SHORT);
    Finished token = withClock(offset, List.of("token"));

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(setup.stderr()).contains("This machine's clock is " + words);
    assertThat(token.token()).isNotBlank();
    assertThat(token.stderr()).contains("This machine's clock is " + words);
    assertThat(place.opener().count()).isOne();
  }

  @ParameterizedTest
  @CsvSource({"+3h, 3 hours fast", "-3h, 3 hours slow"})
  void signInBeyondAnHourIsExitFourAndTheClockIsNamed(String offset, String words) {
    Finished setup = withClock(offset, setup());

    assertThat(setup.exitCode()).as("%s", setup).isEqualTo(4);
    assertThat(setup.stderr().replaceAll("\\s+", " "))
        .contains("This machine's clock is " + words, "Set the clock right");
  }

  @ParameterizedTest
  @CsvSource({"+3h", "-3h"})
  void clockThatIsMovedLaterCostsARefreshAndNoSignIn(String offset) {
    // Given
    assertThat(place.gatepass(setup().toArray(String[]::new)).exitCode()).isZero();

    // When
    Finished token = withClock(offset, List.of("token"));

    // Then
    assertThat(place.issuer().accepts(token.token())).isTrue();
    assertThat(place.opener().count()).isOne();
  }

  private List<String> setup() {
    return List.of(
        "setup",
        "--gateway-url",
        place.gateway().url(),
        "--issuer",
        place.issuer().url(),
        "--client-id",
        Workplace.CLIENT_ID);
  }

  private Finished withClock(String offset, List<String> arguments) {
    Stream<String> faked =
        Stream.of(
            "faketime",
            "-m",
            "--exclude-monotonic",
            "-f",
            offset,
            place.image().launcher().toString());
    return place.run(Stream.concat(faked, arguments.stream()).toList());
  }
}
