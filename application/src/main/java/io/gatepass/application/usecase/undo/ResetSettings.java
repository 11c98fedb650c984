package io.gatepass.application.usecase.undo;

import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.SettingsStore;
import io.gatepass.application.usecase.service.UninstallProxyService;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.token.ForgetCredentials;
import io.gatepass.application.usecase.tool.RevertTools;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.tool.ToolChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Clears everything: undoes the tools, revokes and forgets every credential, removes the settings.
 * Where a tool cannot be put back the rest stays too, so that the tool goes on working and reset
 * can be run again.
 */
public final class ResetSettings {
  private final ResolveSettings effectiveSettings;
  private final SettingsStore settings;
  private final RevertTools revertTools;
  private final ForgetCredentials forgetCredentials;
  private final LocalKeys localKeys;
  private final UninstallProxyService uninstallService;

  /** Nothing to say: reset is for all. */
  public record Request() {}

  /**
   * What was done.
   *
   * @param changes what happened to each tool
   * @param cleared whether the credentials and the settings are gone
   * @param location the settings file
   * @param service what happened to the proxy's service, which could do nothing without settings
   */
  public record Outcome(
      List<ToolChange> changes,
      boolean cleared,
      String location,
      UninstallProxyService.Outcome service) {
    /** Copies the list. */
    public Outcome {
      changes = List.copyOf(changes);
    }
  }

  /** Wires the use case to its ports and to the use cases it is made of. */
  public ResetSettings(
      SettingsStore settings,
      RevertTools revertTools,
      ForgetCredentials forgetCredentials,
      LocalKeys localKeys,
      UninstallProxyService uninstallService) {
    this.effectiveSettings = new ResolveSettings(settings);
    this.settings = settings;
    this.revertTools = revertTools;
    this.forgetCredentials = forgetCredentials;
    this.localKeys = localKeys;
    this.uninstallService = uninstallService;
  }

  /**
   * Resets.
   *
   * @throws GatepassException if the settings file does not parse, or the credentials or the
   *     settings cannot be removed
   */
  public Outcome reset(Request request) {
    Optional<Connection> connection = connection();
    RevertTools.Outcome reverted = revertTools.revert(new RevertTools.Request(List.of()));
    UninstallProxyService.Outcome service = UninstallProxyService.Outcome.nothing();
    if (reverted.complete()) {
      forgetCredentials.forget(new ForgetCredentials.Request(connection));
      localKeys.forget();
      service = uninstallService.uninstall(UninstallProxyService.Request.ofAnybody());
      settings.clear();
    }
    return new Outcome(reverted.changes(), reverted.complete(), settings.location(), service);
  }

  private Optional<Connection> connection() {
    try {
      return Optional.of(
          Connection.of(
              effectiveSettings.resolve(new ResolveSettings.Request(Map.of())).settings()));
    } catch (NotConfigured e) {
      // Nothing was set up, so there is nobody to tell about it; the rest is reset all the same.
      return Optional.empty();
    }
  }
}
