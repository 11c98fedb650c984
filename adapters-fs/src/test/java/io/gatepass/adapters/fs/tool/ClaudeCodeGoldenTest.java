package io.gatepass.adapters.fs.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.application.port.InMemoryUndoLog;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What setup makes of a settings file, byte by byte, and that teardown makes the first of it again.
 */
final class ClaudeCodeGoldenTest {
  @TempDir private Path root;

  /** A system, where gatepass is on it, and what else is set. */
  record Golden(Os os, String executable, Map<SettingKey, String> options) {
    String directory() {
      return "/golden/claude-code/" + os.name().toLowerCase(Locale.ROOT) + "/";
    }

    ToolBindings bindings() {
      Map<SettingKey, SettingValue> values = new EnumMap<>(SettingKey.class);
      values.put(SettingKey.GATEWAY_URL, value(SettingKey.GATEWAY_URL, "https://llm.example.com/"));
      values.put(SettingKey.ISSUER, value(SettingKey.ISSUER, "https://auth.example.com"));
      values.put(SettingKey.CLIENT_ID, value(SettingKey.CLIENT_ID, "gatepass"));
      values.put(
          SettingKey.ANTHROPIC_PATH_PREFIX, value(SettingKey.ANTHROPIC_PATH_PREFIX, "/anthropic"));
      options.forEach((key, text) -> values.put(key, value(key, text)));
      SettingsLayer layer = SettingsLayer.ofOptions(values);
      return new ToolBindings(executable, Connection.of(Settings.resolve(List.of(layer))));
    }

    private static SettingValue value(SettingKey key, String text) {
      return SettingValue.parse(key, text);
    }
  }

  static Stream<Golden> goldens() {
    return Stream.of(
        new Golden(
            Os.LINUX,
            "/home/ada/it's here/bin/gatepass",
            Map.of(SettingKey.TLS_SKIP_VERIFY, "true", SettingKey.CA_FILE, "/etc/ssl/corp.pem")),
        new Golden(
            Os.MACOS,
            "/Applications/Gate Pass.app/bin/gatepass",
            Map.of(
                SettingKey.BEDROCK_COMPAT, "true",
                SettingKey.ENABLE_1M, "true",
                SettingKey.MODELS, "eu.anthropic.claude-sonnet-5")),
        new Golden(Os.WINDOWS, "C:\\Program Files\\gatepass\\bin\\gatepass.exe", Map.of()));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void setupAndTeardownDoExactlyThis(Golden golden) throws IOException {
    // Given
    Machine machine = new Machine(root, golden.os()).withClaudeCode();
    byte[] before = resource(golden, "before.json");
    Files.write(machine.claudeSettings(), before);
    LosslessToolConfigEditor editor = machine.editor(ToolDefinitions.bundled());
    InMemoryUndoLog log = new InMemoryUndoLog();
    // When
    editor.prepare(machine.claudeCode(), golden.bindings(), Optional.empty()).commit(log);
    // Then
    assertThat(machine.claudeSettings()).hasBinaryContent(resource(golden, "after.json"));
    // When
    editor.revert(log.find(new ToolId("claude-code")).orElseThrow(), log);
    // Then
    assertThat(machine.claudeSettings()).hasBinaryContent(before);
  }

  private static byte[] resource(Golden golden, String name) throws IOException {
    String path = golden.directory() + name;
    try (InputStream in = ClaudeCodeGoldenTest.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }
}
