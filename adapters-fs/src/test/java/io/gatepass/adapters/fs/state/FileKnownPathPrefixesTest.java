package io.gatepass.adapters.fs.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.gateway.GatewayUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKnownPathPrefixesTest {
  private static final GatewayUrl GATEWAY = GatewayUrl.parse("https://llm.example.com/v2");
  private static final GatewayUrl OTHER = GatewayUrl.parse("https://other.example.com");

  @TempDir private Path directory;

  @Test
  void whatIsRememberedIsFoundByTheNextProcess() {
    new FileKnownPathPrefixes(file()).remember(GATEWAY, "/anthropic");
    new FileKnownPathPrefixes(file()).remember(OTHER, "");

    FileKnownPathPrefixes next = new FileKnownPathPrefixes(file());
    assertThat(next.find(GATEWAY)).contains("/anthropic");
    assertThat(next.find(OTHER)).contains("");
    assertThat(next.find(GatewayUrl.parse("https://third.example.com"))).isEmpty();
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
