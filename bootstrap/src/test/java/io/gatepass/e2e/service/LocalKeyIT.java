package io.gatepass.e2e.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The local key and the port in a tool's file, and what follows when they change. */
final class LocalKeyIT {
  private static final Pattern KEY = Pattern.compile("openAIAPIKey\": \"([A-Za-z0-9_-]{43})\"");
  private static final String THEIRS = "{\n  // mine\n  \"editor.fontSize\": 14,\n}\n";

  @RegisterExtension final Workplace place = new Workplace();

  @BeforeEach
  void cursorIsConfigured() throws IOException {
    place.sandbox().program("cursor", "");
    Files.createDirectories(settings().getParent());
    Files.writeString(settings(), THEIRS);
    Finished setup = place.setup("--lazy", "--client", "cursor");
    assertThat(setup.exitCode()).as("%s", setup).isZero();
  }

  @Test
  void keyIsReplacedInTheToolAndTeardownStillPutsBackTheBytes() throws IOException {
    // Given
    String before = key();

    // When
    Finished rotation = place.gatepass("proxy", "rotate-key");

    // Then
    assertThat(rotation.exitCode()).as("%s", rotation).isZero();
    assertThat(key()).isNotEqualTo(before);
    assertThat(rotation.stdout() + rotation.stderr()).doesNotContain(before).doesNotContain(key());
    assertThat(place.gatepass("tools", "show", "cursor").stdout()).contains("configured");
    assertThat(place.gatepass("teardown").exitCode()).isZero();
    assertThat(settings()).content().isEqualTo(THEIRS);
  }

  @Test
  void anotherPortIsWrittenIntoTheToolWithTheSameKey() throws IOException {
    // Given
    String key = key();

    // When
    Finished set = place.gatepass("config", "set", "--proxy-port", "15999");

    // Then
    assertThat(set.exitCode()).as("%s", set).isZero();
    assertThat(settings()).content().contains("http://127.0.0.1:15999/v1").contains(key);
    assertThat(place.gatepass("teardown").exitCode()).isZero();
    assertThat(settings()).content().isEqualTo(THEIRS);
  }

  @Test
  void portStaysWhereTheToolCannotFollow() throws IOException {
    // Given
    Files.writeString(settings(), "{ \"broken\": ");

    // When
    Finished set = place.gatepass("config", "set", "--proxy-port", "15999");

    // Then
    assertThat(set.exitCode()).as("%s", set).isOne();
    assertThat(set.stdout()).contains("settings.json").contains("(failed)");
    assertThat(place.gatepass("config", "show").stdout()).doesNotContain("15999");
  }

  private Path settings() {
    return place.sandbox().home().resolve(".config/Cursor/User/settings.json");
  }

  private String key() throws IOException {
    Matcher matcher = KEY.matcher(Files.readString(settings()));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
