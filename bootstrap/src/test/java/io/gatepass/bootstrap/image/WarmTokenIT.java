package io.gatepass.bootstrap.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.e2e.image.ClassLog;
import io.gatepass.e2e.image.GatepassImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps {@code gatepass token} quick, counted rather than timed. */
class WarmTokenIT {
  /** 1,211 when this was written; a library more on the short way costs hundreds. */
  private static final int MOST_CLASSES = 1_250;

  /** What the short way did without when this was written, dearest first. */
  private static final List<String> TOO_DEAR =
      List.of(
          "com.google.inject",
          "picocli",
          "com.fasterxml.jackson.databind",
          "java.math.MutableBigInteger",
          "sun.security.provider",
          "java.time.format");

  @TempDir private Path home;

  @Test
  void theShortWayLoadsFewClassesAndNoneOfTheFullApplicationsLibraries() throws Exception {
    // Given
    configure();
    var log = ClassLog.of(GatepassImage.underTest(), home);

    // When
    var builder = new ProcessBuilder(log.command("token"));
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("GATEPASS_HOME", home.toString());
    builder.environment().put("GATEPASS_ACCESS_TOKEN", "given");
    var process = builder.redirectErrorStream(true).start();
    var printed = new String(process.getInputStream().readAllBytes(), UTF_8);

    // Then
    assertThat(printed).isEqualTo("given\n");
    assertThat(process.waitFor()).isZero();
    assertThat(log.classes()).hasSizeLessThan(MOST_CLASSES);
    assertThat(String.join("\n", log.classes())).doesNotContain(TOO_DEAR);
  }

  private void configure() throws IOException {
    var settings = Files.createDirectories(home.resolve(".config/gatepass"));
    Files.writeString(
        settings.resolve("config.json"),
        "{\"gatewayUrl\": \"https://g.test\", \"issuer\": \"https://i.test\", \"clientId\":"
            + " \"c\"}");
    var scope = new CredentialScope("https://g.test\0https://i.test\0c\0");
    var state = Files.createDirectories(home.resolve(".local/state/gatepass"));
    Files.createFile(state.resolve(scope.tag() + ".asked"));
  }
}
