package io.gatepass.application.usecase.settings;

import io.gatepass.application.port.SettingsStore;
import io.gatepass.application.port.ToolCatalog;
import io.gatepass.application.port.ToolCatalog.Description;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.SupportLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the effective settings, where each came from, and the configured tools. Never a secret. */
public final class ShowSettings {
  private final SettingsStore settings;
  private final UndoLog undoLog;
  private final ToolCatalog catalog;

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
      Settings settings, List<Tool> tools, String location, List<String> warnings) {
    /** Copies the lists. */
    public Outcome {
      tools = List.copyOf(tools);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * A configured tool.
   *
   * @param level how sure we are of it; absent where gatepass has no definition of it any more
   */
  public record Tool(ConfiguredTool configured, Optional<SupportLevel> level) {}

  /** Wires the use case to its ports. */
  public ShowSettings(SettingsStore settings, UndoLog undoLog, ToolCatalog catalog) {
    this.settings = settings;
    this.undoLog = undoLog;
    this.catalog = catalog;
  }

  /** Tells. */
  public Outcome show(Request request) {
    ResolveSettings.Outcome resolved =
        new ResolveSettings(settings).resolve(new ResolveSettings.Request(request.options()));
    return new Outcome(resolved.settings(), tools(), settings.location(), resolved.warnings());
  }

  private List<Tool> tools() {
    List<ConfiguredTool> configured = undoLog.configured();
    List<Description> known = configured.isEmpty() ? List.of() : catalog.describe();
    return configured.stream().map(tool -> new Tool(tool, level(tool, known))).toList();
  }

  private static Optional<SupportLevel> level(ConfiguredTool tool, List<Description> known) {
    return known.stream()
        .filter(it -> it.id().equals(tool.id()))
        .map(Description::level)
        .findFirst();
  }
}
