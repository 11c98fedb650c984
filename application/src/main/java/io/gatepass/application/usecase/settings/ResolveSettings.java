package io.gatepass.application.usecase.settings;

import io.gatepass.application.port.SettingsStore;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Resolves the settings of a run and reads nothing else, so that no trouble with a tool or a secret
 * store keeps a program from knowing its gateway.
 */
public final class ResolveSettings {
  private final SettingsStore settings;

  /** Values that lie over the stored ones for this run. */
  public record Request(Map<SettingKey, SettingValue> options) {
    /** Copies the map. */
    public Request {
      options = Map.copyOf(options);
    }
  }

  /**
   * The settings.
   *
   * @param settings the values in force
   * @param warnings unknown keys, keys that a locked machine policy beats
   */
  public record Outcome(Settings settings, List<String> warnings) {
    /** Copies the list. */
    public Outcome {
      warnings = List.copyOf(warnings);
    }
  }

  /** Wires the use case to its port. */
  public ResolveSettings(SettingsStore settings) {
    this.settings = settings;
  }

  /**
   * Resolves.
   *
   * @throws InvalidSettings if a settings file does not parse, or a value breaks its rule
   */
  public Outcome resolve(Request request) {
    SettingsStore.Loaded loaded = settings.load();
    List<SettingsLayer> layers = new ArrayList<>(loaded.layers());
    layers.add(SettingsLayer.builtIn());
    layers.add(SettingsLayer.ofOptions(request.options()));
    Settings effective = Settings.resolve(layers);
    List<String> warnings = new ArrayList<>(loaded.warnings());
    warnings.addAll(effective.overruledSentences());
    return new Outcome(effective, warnings);
  }
}
