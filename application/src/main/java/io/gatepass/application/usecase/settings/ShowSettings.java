package io.gatepass.application.usecase.settings;

import io.gatepass.application.port.SettingsStore;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.tool.ConfiguredTool;
import java.util.List;
import java.util.Map;

/** Tells the effective settings, where each came from, and the configured tools. Never a secret. */
public final class ShowSettings {
  private final SettingsStore settings;
  private final UndoLog undoLog;

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
   * @param tools the configured tools
   * @param location the user's settings file
   * @param warnings unknown keys, keys that a locked machine policy beats
   */
  public record Outcome(
      Settings settings, List<ConfiguredTool> tools, String location, List<String> warnings) {
    /** Copies the lists. */
    public Outcome {
      tools = List.copyOf(tools);
      warnings = List.copyOf(warnings);
    }
  }

  /** Wires the use case to its ports. */
  public ShowSettings(SettingsStore settings, UndoLog undoLog) {
    this.settings = settings;
    this.undoLog = undoLog;
  }

  /** Tells. */
  public Outcome show(Request request) {
    ResolveSettings.Outcome resolved =
        new ResolveSettings(settings).resolve(new ResolveSettings.Request(request.options()));
    List<ConfiguredTool> tools = undoLog.configured();
    return new Outcome(resolved.settings(), tools, settings.location(), resolved.warnings());
  }
}
