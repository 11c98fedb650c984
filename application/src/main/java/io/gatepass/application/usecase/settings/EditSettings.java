package io.gatepass.application.usecase.settings;

import io.gatepass.application.port.SettingsStore;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Merges values into the user's settings; what is not given keeps its value. */
public final class EditSettings {
  private final SettingsStore settings;

  /** The values to merge; each has passed its rule. */
  public record Request(Map<SettingKey, SettingValue> values) {
    /** Copies the map. */
    public Request {
      values = Map.copyOf(values);
    }
  }

  /**
   * What was saved.
   *
   * @param location the settings file
   * @param warnings what the user should know: unknown keys in the file, keys that a locked machine
   *     policy beats
   */
  public record Outcome(String location, List<String> warnings) {
    /** Copies the list. */
    public Outcome {
      warnings = List.copyOf(warnings);
    }
  }

  /** Wires the use case to its port. */
  public EditSettings(SettingsStore settings) {
    this.settings = settings;
  }

  /**
   * Merges and saves. A wrong value in the settings file is no obstacle to the edit that replaces
   * it.
   *
   * @throws InvalidSettings if the settings file does not parse or another value in it is wrong; it
   *     is not overwritten
   */
  public Outcome edit(Request request) {
    SettingsStore.Loaded loaded = settings.loadWithout(request.values().keySet());
    settings.save(request.values());
    List<String> warnings = new ArrayList<>(loaded.warnings());
    warnings.addAll(withoutEffect(request, loaded).overruledSentences());
    return new Outcome(settings.location(), warnings);
  }

  /** The given values under the locked ones alone: what else is beaten is not this edit's doing. */
  private static Settings withoutEffect(Request request, SettingsStore.Loaded loaded) {
    List<SettingsLayer> layers =
        new ArrayList<>(
            loaded.layers().stream().filter(it -> it.origin() == Origin.POLICY_LOCKED).toList());
    layers.add(SettingsLayer.ofOptions(request.values()));
    return Settings.resolve(layers);
  }
}
