package io.gatepass.adapters.fs.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.RefusedLogins;
import io.gatepass.application.port.RefusedLogins.Refusal;
import io.gatepass.application.port.RefusedLoginsContract;
import io.gatepass.domain.gateway.CredentialScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileRefusedLoginsTest extends RefusedLoginsContract {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");
  private static final Refusal REFUSAL =
      new Refusal(Instant.EPOCH, "No.", Duration.ofMinutes(1), false);

  @TempDir Path dir;

  @Override
  protected RefusedLogins refusals() {
    return new FileRefusedLogins(dir.resolve("state"));
  }

  @Override
  protected RefusedLogins sameRefusals() {
    return refusals();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"at\": 1, \"reason\": \"No.\"}",
        "{\"at\": \"yesterday\", \"reason\": \"No.\"}",
        "{\"at\": \"1970-01-01T00:00:00Z\"}"
      })
  void fileThatIsNotOursIsNoMemoryAndIsReplacedByTheNextOne(String content) throws IOException {
    Path file =
        Files.createDirectory(dir.resolve("state")).resolve("refused-" + SCOPE.id() + ".json");
    Files.writeString(file, content);

    assertThat(refusals().latest(SCOPE)).isEmpty();

    refusals().remember(SCOPE, REFUSAL);
    assertThat(refusals().latest(SCOPE)).hasValue(REFUSAL);
  }

  @Test
  void stateDirectoryThatCannotBeUsedIsNoReasonToFail() throws IOException {
    Files.createFile(dir.resolve("state"));

    refusals().remember(SCOPE, REFUSAL);
    refusals().forget(SCOPE);

    assertThat(refusals().latest(SCOPE)).isEmpty();
    assertThat(dir.resolve("state")).isEmptyFile();
  }
}
