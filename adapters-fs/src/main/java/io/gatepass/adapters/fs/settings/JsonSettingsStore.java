package io.gatepass.adapters.fs.settings;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.file.FileLock;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.fs.text.Utf8;
import io.gatepass.application.port.SettingsStore;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.SettingsLayer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The settings in {@code config.json} (JSON with comments; product.md, "Where things are"), in
 * environment variables and in the machine policy. Unknown members are kept. Two processes that
 * save take turns, and what an editor saves meanwhile is merged too.
 */
public final class JsonSettingsStore implements SettingsStore {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 5;

  private final AtomicFile file;
  private final AtomicFile policy;
  private final Platform platform;
  private final FileLocks locks;

  /**
   * The settings of the platform's user.
   *
   * @param locks what excludes other processes from saving at the same time
   */
  public JsonSettingsStore(UserDirectories directories, Platform platform, FileLocks locks) {
    this.file = new AtomicFile(directories.settingsFile());
    this.policy = new AtomicFile(directories.machinePolicy());
    this.platform = platform;
    this.locks = locks;
  }

  @Override
  public Loaded loadWithout(Set<SettingKey> replaced) {
    MachinePolicy machine = MachinePolicy.read(policy);
    List<Entry> entries = new ArrayList<>(SettingsFile.entries(file));
    entries.removeIf(entry -> entry.key().filter(replaced::contains).isPresent());
    SettingsFile user = SettingsFile.of(location(), entries);
    List<SettingsLayer> layers = new ArrayList<>(machine.layers());
    layers.add(EnvironmentSettings.of(platform));
    layers.add(new SettingsLayer(Origin.USER_SETTINGS, location(), user.values()));
    List<String> warnings = new ArrayList<>(machine.warnings());
    warnings.addAll(user.warnings());
    return new Loaded(layers, warnings);
  }

  @Override
  public void save(Map<SettingKey, SettingValue> values) {
    edit(text -> SettingsText.merge(location(), text, values));
  }

  @Override
  public void unset(Set<SettingKey> keys) {
    edit(text -> SettingsText.without(location(), text, keys));
  }

  private void edit(UnaryOperator<String> change) {
    try (FileLock _ = locks.acquire(file, PATIENCE)) {
      file.removeLeftovers();
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (isDone(change)) {
          return;
        }
      }
    }
    throw new StorageFailed(
        file + " cannot be written: another program changes it again and again.",
        "Close that program, then run the command again.");
  }

  @Override
  public void clear() {
    try (FileLock _ = locks.acquire(file, PATIENCE)) {
      file.delete();
    }
  }

  @Override
  public String location() {
    return file.toString();
  }

  /** Whether it is done; if not, the file was changed in the meantime. */
  private boolean isDone(UnaryOperator<String> change) {
    Optional<byte[]> seen = file.read();
    String text = seen.map(bytes -> SettingsParser.decode(location(), bytes)).orElse("");
    String changed = change.apply(text);
    return changed.equals(text) || file.writeIfUnchanged(seen, Utf8.encode(changed));
  }
}
