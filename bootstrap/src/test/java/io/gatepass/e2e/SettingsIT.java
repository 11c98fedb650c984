package io.gatepass.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings file and what is refused before it is touched. */
final class SettingsIT {
  @RegisterExtension final Workplace place = new Workplace();

  @ParameterizedTest
  @CsvSource({
    "--gateway-url, http://gateway.example",
    "--gateway-url, https://gateway.example/?q=1",
    "--issuer, http://issuer.example",
    "--issuer, https://issuer.example/#top",
    "--proxy-port, 80",
    "--callback-port, 65536"
  })
  void valueThatBreaksItsRuleIsNamedAndNothingIsWritten(String option, String value) {
    Finished set = place.gatepass("config", "set", option, value);

    assertThat(set.exitCode()).as("%s", set).isNotZero();
    assertThat(set.stderr()).contains(option).contains(value);
    assertThat(place.sandbox().gatepassSettings()).doesNotExist();
  }

  @Test
  void addressWithAPasswordInItIsRefusedAndNotRepeated() {
    Finished set =
        place.gatepass("config", "set", "--gateway-url", "https://ada:secret-1@gateway.example");

    assertThat(set.exitCode()).as("%s", set).isNotZero();
    assertThat(set.stderr()).contains("--gateway-url").doesNotContain("secret-1");
    assertThat(place.sandbox().gatepassSettings()).doesNotExist();
  }

  @Test
  void settingsAreGivenOneAtATimeAndShownWithTheirOrigin() {
    // Given
    assertThat(place.gatepass("config", "set", "--issuer", "https://a.example").exitCode())
        .isZero();
    assertThat(place.gatepass("config", "set", "--client-id", "ada").exitCode()).isZero();
    place.sandbox().set("GATEPASS_CLIENT_ID", "eve");

    // When
    Finished show = place.gatepass("config", "show");

    // Then
    assertThat(show.stdout())
        .containsPattern("issuer +https://a.example +\\(.*~/.config/gatepass/config.json\\)")
        .containsPattern("clientId +eve +\\(.*environment.*\\)");
  }

  @Test
  void fileThatDoesNotParseIsNamedWithItsPlaceAndNeverOverwritten() throws Exception {
    // Given
    String broken = "{\n  \"issuer\": \n}\n";
    Files.createDirectories(place.sandbox().gatepassSettings().getParent());
    Files.writeString(place.sandbox().gatepassSettings(), broken);

    // When
    Finished set = place.gatepass("config", "set", "--client-id", "ada");

    // Then
    assertThat(set.exitCode()).as("%s", set).isOne();
    assertThat(set.stderr()).contains("config.json").contains("line 3");
    assertThat(place.sandbox().gatepassSettings()).hasContent(broken);
  }

  @Test
  void whatGatepassWritesIsForItsUserOnly() throws Exception {
    // Given
    place.sandbox().installClaudeCode("{}");

    // When
    assertThat(place.setup().exitCode()).isZero();

    // Then
    for (String own : new String[] {".config/gatepass", ".local/state/gatepass"}) {
      try (var paths = Files.walk(place.sandbox().home().resolve(own))) {
        assertThat(paths.toList()).hasSizeGreaterThan(1).allSatisfy(SettingsIT::assertPrivate);
      }
    }
  }

  private static void assertPrivate(Path path) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .as(path.toString())
        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
  }
}
