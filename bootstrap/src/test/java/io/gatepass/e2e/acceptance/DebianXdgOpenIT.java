package io.gatepass.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Debian's own {@code xdg-open}, which starts {@code $BROWSER} in its turn. */
@Tag("acceptance")
final class DebianXdgOpenIT {
  @RegisterExtension final Workplace place = new Workplace();

  @BeforeEach
  void uncoverDebiansOwn() throws IOException {
    Files.delete(place.sandbox().bin().resolve("xdg-open"));
    assertThat(place.setup("--lazy").exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "xdg-open", "/usr/bin/xdg-open", "sensible-browser"})
  void oneWindowOpensWhateverBrowserSays(String variable) {
    // Given
    place.sandbox().set("BROWSER", variable);

    // When
    Finished token = place.gatepass("token");

    // Then
    assertThat(place.issuer().accepts(token.token())).isTrue();
    assertThat(place.opener().count()).isOne();
  }
}
