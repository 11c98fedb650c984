package io.gatepass.application.usecase.service;

import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.ProxyService;
import io.gatepass.application.port.UndoLog;
import io.gatepass.application.usecase.settings.EditSettings;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.tool.RewriteTools;
import io.gatepass.application.usecase.tool.RewriteTools.Rewrite;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.gateway.ProxyAddress;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Merges values into the user's settings and lets follow what was made of them: another port of the
 * loopback proxy is written into every tool that was pointed at it, and the service starts anew.
 * The tools come before the settings; if one of them cannot follow, nothing is changed.
 */
public final class ChangeSettings {
  private final ResolveSettings settings;
  private final EditSettings editSettings;
  private final UndoLog undoLog;
  private final Supplier<LocalKeys> localKeys;
  private final RewriteTools rewriteTools;
  private final ProxyService service;

  /** The values to merge; each has passed its rule. */
  public record Request(Map<SettingKey, SettingValue> values) {
    /** Copies the map. */
    public Request {
      values = Map.copyOf(values);
    }
  }

  /**
   * What was done.
   *
   * @param saved whether the settings were saved; not, where a tool could not follow
   * @param location the settings file
   * @param warnings what the user should know
   * @param changes what happened to the tools that were pointed at the proxy
   */
  public record Outcome(
      boolean saved, String location, List<String> warnings, List<ToolChange> changes) {
    /** Copies the lists. */
    public Outcome {
      warnings = List.copyOf(warnings);
      changes = List.copyOf(changes);
    }
  }

  /** What the use case is made of: the settings' side and the tools' side. */
  public record Parts(
      ResolveSettings settings, EditSettings editSettings, RewriteTools rewriteTools) {}

  /**
   * Wires the use case to its ports and to the use cases it is made of.
   *
   * @param localKeys asked for only where a tool has to follow, because it needs the secret store
   */
  public ChangeSettings(
      Parts parts, UndoLog undoLog, Supplier<LocalKeys> localKeys, ProxyService service) {
    this.settings = parts.settings();
    this.editSettings = parts.editSettings();
    this.rewriteTools = parts.rewriteTools();
    this.undoLog = undoLog;
    this.localKeys = localKeys;
    this.service = service;
  }

  /**
   * Changes.
   *
   * @throws InvalidSettings if the settings file does not parse; nothing is changed
   * @throws GatepassException if a tool would have to follow and its key cannot be had; nothing is
   *     changed
   */
  public Outcome change(Request request) {
    if (!request.values().containsKey(SettingKey.PROXY_PORT)) {
      return saved(edit(request), List.of(), List.of());
    }
    Settings next = resolve(request.values());
    if (port(next) == port(resolve(Map.of()))) {
      return saved(edit(request), List.of(), List.of());
    }
    boolean pointed = undoLog.configured().stream().anyMatch(tool -> tool.mode() == ToolMode.PROXY);
    return pointed ? withTools(request, next) : saved(edit(request), List.of(), restart());
  }

  private Outcome withTools(Request request, Settings next) {
    Rewrite rewrite =
        rewriteTools.prepare(
            new RewriteTools.Request(Connection.of(next), localKeys.get().obtain()));
    List<ToolChange> changes = rewrite.failed().isEmpty() ? rewrite.commit() : List.of();
    if (!rewrite.failed().isEmpty()) {
      return refused(rewrite);
    }
    boolean saved = false;
    try {
      EditSettings.Outcome edited = edit(request);
      saved = true;
      return saved(edited, changes, restart());
    } finally {
      if (!saved) {
        var _ = rewrite.rollBack();
      }
    }
  }

  private static Outcome refused(Rewrite rewrite) {
    List<ToolChange> failed = new ArrayList<>(rewrite.failed());
    failed.addAll(rewrite.rollBack());
    return new Outcome(false, "", List.of(), failed);
  }

  private EditSettings.Outcome edit(Request request) {
    return editSettings.edit(new EditSettings.Request(request.values()));
  }

  /** The service reads its port when it starts. */
  private List<String> restart() {
    try {
      if (service.installed().isPresent()) {
        service.restart();
      }
      return List.of();
    } catch (GatepassException e) {
      return List.of(
          "The proxy's service still listens on the port before: " + e.what() + " " + e.remedy());
    }
  }

  private Settings resolve(Map<SettingKey, SettingValue> options) {
    return settings.resolve(new ResolveSettings.Request(options)).settings();
  }

  private static int port(Settings settings) {
    return settings.port(SettingKey.PROXY_PORT).orElse(ProxyAddress.DEFAULT_PORT);
  }

  private static Outcome saved(
      EditSettings.Outcome edited, List<ToolChange> changes, List<String> more) {
    List<String> warnings = new ArrayList<>(edited.warnings());
    warnings.addAll(more);
    return new Outcome(true, edited.location(), warnings, changes);
  }
}
