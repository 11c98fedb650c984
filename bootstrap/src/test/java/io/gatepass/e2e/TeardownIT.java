package io.gatepass.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.e2e.harness.Samples;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.Sandbox;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Afterwards everything is as it was. */
final class TeardownIT {
  @RegisterExtension final Workplace place = new Workplace();

  @ParameterizedTest
  @ValueSource(
      strings = {
        Samples.SETTINGS,
        "{}",
        "\uFEFF{\r\n\t\"model\" :\"opus\",\r\n\t\"env\" : { \"A\":\"\\u00e9\" } }",
        "{\"env\":{\"ANTHROPIC_BASE_URL\":\"https://old.example\"},\"apiKeyHelper\":\"echo old\"}",
        "// nothing but a comment before\n{ \"n\": 1e2, \"deep\": {\"a\": [ {\"b\": {}} ] } }  \n\n"
      })
  void setupThenTeardownIsTheIdentityOnBytes(String settings) {
    // Given
    place.sandbox().installClaudeCode(settings);
    Map<String, String> before = place.sandbox().userFiles();

    // When
    Finished setup = place.setup("--lazy");
    Map<String, String> between = place.sandbox().userFiles();
    Finished teardown = place.gatepass("teardown", "--purge-tokens");

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(teardown.exitCode()).as("%s", teardown).isZero();
    assertThat(between).isNotEqualTo(before);
    assertThat(place.sandbox().userFiles()).isEqualTo(before);
  }

  @Test
  void settingsFileThatSetupMadeIsGoneAfterwards() throws Exception {
    // Given
    place.sandbox().installClaudeCode("");
    Files.delete(place.sandbox().claudeSettings());
    Map<String, String> before = place.sandbox().userFiles();

    // When
    assertThat(place.setup("--lazy").exitCode()).isZero();
    assertThat(place.sandbox().claudeSettings()).exists();
    Finished teardown = place.gatepass("teardown");

    // Then
    assertThat(teardown.exitCode()).as("%s", teardown).isZero();
    assertThat(place.sandbox().userFiles()).isEqualTo(before);
  }

  @Test
  void secondSetupWritesNothingAndKeepsTheFirstRecord() throws Exception {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    Map<String, String> before = place.sandbox().userFiles();
    assertThat(place.setup("--lazy").exitCode()).isZero();
    var written = Files.getLastModifiedTime(place.sandbox().claudeSettings());

    // When
    Finished second = place.setup("--lazy");

    // Then
    assertThat(second.exitCode()).as("%s", second).isZero();
    assertThat(Files.getLastModifiedTime(place.sandbox().claudeSettings())).isEqualTo(written);
    assertThat(place.gatepass("teardown").exitCode()).isZero();
    assertThat(place.sandbox().userFiles()).isEqualTo(before);
  }

  @Test
  void valueThatTheUserHasChangedSinceIsLeftAloneAndSaid() throws Exception {
    // Given
    place.sandbox().installClaudeCode("{\"theme\": \"dark\"}");
    assertThat(place.setup("--lazy").exitCode()).isZero();
    String changed =
        Files.readString(place.sandbox().claudeSettings()).replace("token\"", "token --mine\"");
    Files.writeString(place.sandbox().claudeSettings(), changed);

    // When
    Finished teardown = place.gatepass("teardown");

    // Then
    assertThat(Files.readString(place.sandbox().claudeSettings()))
        .contains("token --mine")
        .doesNotContain("ANTHROPIC_BASE_URL");
    assertThat(teardown.stdout() + teardown.stderr()).contains("apiKeyHelper");
  }

  @Test
  void foreignHelperIsReplacedWithALineThatSaysSo() {
    // Given
    place.sandbox().installClaudeCode("{\"apiKeyHelper\": \"/opt/other/helper\"}");

    // When
    Finished setup = place.setup("--lazy");

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(setup.stdout() + setup.stderr()).contains("apiKeyHelper");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\n  \"a\": 1,\n  \"a\": 2,\n  \"apiKeyHelper\": \"x\",\n  \"apiKeyHelper\": \"y\"\n}",
        "{\n  \"env\": [1, 2]\n}",
        "{\n  \"model\": \n}",
        "[]"
      })
  void fileThatCannotBeEditedSafelyIsNamedAndNotTouched(String settings) throws Exception {
    // Given
    place.sandbox().installClaudeCode(settings);
    Map<String, String> before = Sandbox.files(place.sandbox().home());

    // When
    Finished setup = place.setup("--lazy");

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isOne();
    assertThat(setup.stdout() + setup.stderr()).contains("settings.json");
    assertThat(place.sandbox().userFiles()).isEqualTo(before);
    assertThat(place.sandbox().gatepassSettings()).doesNotExist();
  }

  @Test
  void purgeRevokesTheRefreshTokenAtTheIssuerAndForgetsEverything() {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    assertThat(place.setup().exitCode()).isZero();
    String token = place.gatepass("token").token();

    // When
    Finished teardown = place.gatepass("teardown", "--purge-tokens");

    // Then
    assertThat(teardown.exitCode()).as("%s", teardown).isZero();
    assertThat(place.issuer().log().count(Kind.REVOCATION)).isOne();
    assertThat(place.issuer().accepts(token)).isFalse();
    assertThat(place.gatepass("token", "--no-login").exitCode()).isEqualTo(4);
  }

  @Test
  void purgeWhileTheIssuerIsDownIsAWarning() {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    Map<String, String> before = place.sandbox().userFiles();
    assertThat(place.setup().exitCode()).isZero();
    place.issuer().stop();

    // When
    Finished teardown = place.gatepass("teardown", "--purge-tokens");

    // Then
    assertThat(teardown.exitCode()).as("%s", teardown).isZero();
    assertThat(teardown.stderr()).contains("Warning");
    assertThat(place.sandbox().userFiles()).isEqualTo(before);
    assertThat(place.gatepass("token", "--no-login").exitCode()).isEqualTo(4);
  }

  @Test
  void resetLeavesNeitherSettingsNorCredentials() {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    Map<String, String> before = place.sandbox().userFiles();
    assertThat(place.setup().exitCode()).isZero();

    // When
    Finished reset = place.gatepass("config", "reset");

    // Then
    assertThat(reset.exitCode()).as("%s", reset).isZero();
    assertThat(place.sandbox().userFiles()).isEqualTo(before);
    assertThat(place.issuer().log().count(Kind.REVOCATION)).isOne();
    assertThat(place.gatepass("token").exitCode()).isEqualTo(3);
  }
}
