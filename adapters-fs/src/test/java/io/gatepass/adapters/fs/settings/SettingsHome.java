package io.gatepass.adapters.fs.settings;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.SettingsLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A throw-away home with a machine policy of its own. */
final class SettingsHome {
  final Path file;
  final Path policy;
  private final UserDirectories directories;

  SettingsHome(Path root) {
    Path settings = root.resolve("home/.config/gatepass");
    this.file = settings.resolve("config.json");
    this.policy = root.resolve("etc/gatepass/policy.json");
    this.directories =
        new UserDirectories(settings, root.resolve("home/state"), policy, Optional.empty());
  }

  JsonSettingsStore store(Map<String, String> environment) {
    return new JsonSettingsStore(
        directories,
        new Platform(Os.LINUX, "/unused", environment),
        new FileLocks(directories.locks(), System::nanoTime));
  }

  JsonSettingsStore store() {
    return store(Map.of());
  }

  void userWrites(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  void administratorWrites(String text) throws IOException {
    Files.createDirectories(policy.getParent());
    Files.writeString(policy, text);
  }

  static Map<SettingKey, SettingValue> layer(JsonSettingsStore store, Origin origin) {
    return store.load().layers().stream()
        .filter(layer -> layer.origin() == origin)
        .map(SettingsLayer::values)
        .findFirst()
        .orElseThrow();
  }

  static SettingValue value(SettingKey key, String text) {
    return SettingValue.parse(key, text);
  }
}
