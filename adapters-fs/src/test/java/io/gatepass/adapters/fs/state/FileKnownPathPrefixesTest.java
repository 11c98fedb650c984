package io.gatepass.adapters.fs.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.KnownPathPrefixes;
import io.gatepass.application.port.KnownPathPrefixesContract;
import io.gatepass.domain.gateway.GatewayUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileKnownPathPrefixesTest extends KnownPathPrefixesContract {
  private static final GatewayUrl GATEWAY = GatewayUrl.parse("https://llm.example.com/v2");

  @TempDir private Path directory;

  @Override
  protected KnownPathPrefixes prefixes() {
    return new FileKnownPathPrefixes(file());
  }

  @Override
  protected KnownPathPrefixes samePrefixes() {
    return prefixes();
  }

  @Test
  void rememberingTheSameAgainWritesNothing() throws IOException {
    new FileKnownPathPrefixes(file()).remember(GATEWAY, "/anthropic");
    Object key = Files.readAttributes(file(), "*").get("fileKey");

    new FileKnownPathPrefixes(file()).remember(GATEWAY, "/anthropic");

    assertThat(Files.readAttributes(file(), "*").get("fileKey")).isEqualTo(key);
  }

  @Test
  void aFileThatCannotBeReadOrWrittenIsNoFailure() throws IOException {
    Files.createDirectory(file());

    FileKnownPathPrefixes prefixes = new FileKnownPathPrefixes(file());
    prefixes.remember(GATEWAY, "/anthropic");

    assertThat(prefixes.find(GATEWAY)).isEmpty();
    assertThat(file()).isEmptyDirectory();
  }

  private Path file() {
    return directory.resolve("path-prefixes");
  }
}
