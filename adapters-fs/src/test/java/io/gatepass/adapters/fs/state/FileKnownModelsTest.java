package io.gatepass.adapters.fs.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.KnownModels;
import io.gatepass.application.port.KnownModelsContract;
import io.gatepass.domain.gateway.GatewayUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileKnownModelsTest extends KnownModelsContract {
  private static final GatewayUrl GATEWAY = GatewayUrl.parse("https://llm.example.com/v2");

  @TempDir private Path directory;

  @Override
  protected KnownModels models() {
    return new FileKnownModels(directory.resolve("models"));
  }

  @Override
  protected KnownModels sameModels() {
    return models();
  }

  @Test
  void aFileThatCannotBeReadOrWrittenIsNoFailure() throws IOException {
    Path file = Files.createDirectory(directory.resolve("models"));

    models().remember(GATEWAY, List.of("sonnet"));

    assertThat(models().find(GATEWAY)).isEmpty();
    assertThat(file).isEmptyDirectory();
  }
}
