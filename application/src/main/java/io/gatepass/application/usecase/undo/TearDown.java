package io.gatepass.application.usecase.undo;

import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.application.port.SettingsStore;
import io.gatepass.application.usecase.service.UninstallProxyService;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.token.ForgetCredentials;
import io.gatepass.application.usecase.tool.RevertTools;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Undoes setup and, where asked, revokes and forgets the credentials. The tools come first: a
 * secret store in trouble must not keep a user's files from being put back.
 */
public final class TearDown {
  private final ResolveSettings settings;
  private final EndOfBedrock bedrock;
  private final RevertTools revertTools;
  private final Supplier<ForgetCredentials> forgetCredentials;
  private final UninstallProxyService uninstallService;

  /**
   * What to undo.
   *
   * @param only these tools; all that are configured where empty
   * @param purgeTokens whether to revoke and forget the credentials, too
   */
  public record Request(List<ToolId> only, boolean purgeTokens) {
    /** Copies the list. */
    public Request {
      only = List.copyOf(only);
    }
  }

  /** What became of the credentials. */
  public sealed interface Credentials {
    /** Nobody asked for them to be forgotten. */
    record Kept() implements Credentials {}

    /** They are forgotten here; at the issuer they may have been revoked. */
    record Purged(ForgetCredentials.Outcome atIssuer) implements Credentials {}

    /** They could not be forgotten. */
    record NotPurged(GatepassException failure) implements Credentials {}
  }

  /**
   * What happened.
   *
   * @param changes to each tool
   * @param credentials to the credentials
   * @param service to the proxy's service
   * @param notes to the settings that end with the last tool: one sentence each
   */
  public record Outcome(
      List<ToolChange> changes,
      Credentials credentials,
      UninstallProxyService.Outcome service,
      List<String> notes) {
    /** Copies the lists. */
    public Outcome {
      changes = List.copyOf(changes);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Wires the use case to those it is made of.
   *
   * @param forgetCredentials asked for only when there is something to forget, because it needs the
   *     secret store and thereby the settings
   */
  public TearDown(
      SettingsStore settings,
      RevertTools revertTools,
      Supplier<ForgetCredentials> forgetCredentials,
      UninstallProxyService uninstallService) {
    this.settings = new ResolveSettings(settings);
    this.bedrock = new EndOfBedrock(settings);
    this.revertTools = revertTools;
    this.forgetCredentials = forgetCredentials;
    this.uninstallService = uninstallService;
  }

  /**
   * Undoes.
   *
   * @throws InvalidSettings if a named tool is not known
   */
  public Outcome tearDown(Request request) {
    RevertTools.Outcome reverted = revertTools.revert(new RevertTools.Request(request.only()));
    return new Outcome(
        reverted.changes(),
        request.purgeTokens() ? purge() : new Credentials.Kept(),
        reverted.nothingLeft() ? removeService() : UninstallProxyService.Outcome.nothing(),
        endedWithTheLast(reverted) ? bedrock.forget() : List.of());
  }

  private static boolean endedWithTheLast(RevertTools.Outcome reverted) {
    return reverted.nothingLeft()
        && reverted.changes().stream()
            .anyMatch(it -> it instanceof ToolChange.Reverted || it instanceof ToolChange.Conflict);
  }

  /** With the last tool goes the service that setup has installed for it. */
  private UninstallProxyService.Outcome removeService() {
    return uninstallService.uninstall(new UninstallProxyService.Request(Set.of(Installer.SETUP)));
  }

  private Credentials purge() {
    try {
      return new Credentials.Purged(
          forgetCredentials.get().forget(new ForgetCredentials.Request(connection())));
    } catch (GatepassException e) {
      return new Credentials.NotPurged(e);
    }
  }

  private Optional<Connection> connection() {
    try {
      return Optional.of(
          Connection.of(settings.resolve(new ResolveSettings.Request(Map.of())).settings()));
    } catch (NotConfigured e) {
      // Nobody to tell about it; what is cached here is forgotten all the same.
      return Optional.empty();
    }
  }
}
