package io.gatepass.application.usecase;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.GatewayProbe;
import io.gatepass.application.port.KnownPathPrefixes;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.SettingsStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.port.ToolCatalog;
import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Setup: detects tools, signs in (policy EAGER), patches every tool, and persists the settings
 * last. All or nothing for a tool, best effort across tools, all or nothing for the settings. EAGER
 * and DEFERRED leave the same on disk but for the credential.
 */
public final class ConfigureTools {
  private final ShowSettings effectiveSettings;
  private final SettingsStore settings;
  private final ToolCatalog catalog;
  private final ToolConfigEditor editor;
  private final UndoLog undoLog;
  private final ObtainToken obtainToken;
  private final TokenStore tokens;
  private final FindPathPrefix findPathPrefix;
  private final KnownPathPrefixes knownPrefixes;
  private final Notices notices;
  private final String executable;

  /**
   * What to set up.
   *
   * @param options connection options of this run, persisted when all has gone well
   * @param only these tools; every installed one where empty
   * @param policy whether to sign in now
   * @param channel how the user gets to see the authorization page
   * @param dryRun tell what would change, write nothing, sign nobody in
   */
  public record Request(
      Map<SettingKey, SettingValue> options,
      List<ToolId> only,
      LoginPolicy policy,
      LoginChannel channel,
      boolean dryRun) {
    /** Copies the collections. */
    public Request {
      options = Map.copyOf(options);
      only = List.copyOf(only);
    }
  }

  /**
   * What a tool's change would be.
   *
   * @param change the change
   * @param diff a unified diff; empty where nothing changes
   */
  public record Preview(ToolChange change, String diff) {}

  /**
   * What was done.
   *
   * @param changes what happened to each tool; in a dry run, what would
   * @param diffs the unified diffs of a dry run, one a tool that would change
   * @param signIn the token at hand; absent under policy DEFERRED and in a dry run
   * @param persisted whether the settings were saved
   * @param location the settings file
   */
  public record Outcome(
      List<ToolChange> changes,
      List<String> diffs,
      Optional<ObtainToken.Outcome> signIn,
      boolean persisted,
      String location) {
    /** Copies the lists. */
    public Outcome {
      changes = List.copyOf(changes);
      diffs = List.copyOf(diffs);
    }
  }

  /**
   * Wires the use case to its ports.
   *
   * @param executable the absolute path of the gatepass program, which tools will run
   */
  public ConfigureTools(
      SettingsStore settings,
      ToolCatalog catalog,
      ToolConfigEditor editor,
      UndoLog undoLog,
      ObtainToken obtainToken,
      TokenStore tokens,
      GatewayProbe probe,
      KnownPathPrefixes knownPrefixes,
      Notices notices,
      String executable) {
    this.effectiveSettings = new ShowSettings(settings, undoLog);
    this.settings = settings;
    this.catalog = catalog;
    this.editor = editor;
    this.undoLog = undoLog;
    this.obtainToken = obtainToken;
    this.tokens = tokens;
    this.findPathPrefix = new FindPathPrefix(probe, knownPrefixes);
    this.knownPrefixes = knownPrefixes;
    this.notices = notices;
    this.executable = executable;
  }

  /**
   * Sets up.
   *
   * @throws NotConfigured if a mandatory setting is missing
   * @throws StorageFailed if the settings could not be saved; every patch has been undone
   * @throws GatepassException if the login failed; nothing was written
   */
  public Outcome configure(Request request) {
    Connection connection = connection(request);
    ToolSelection selection = ToolSelection.of(catalog, request.only());
    notices.toolsFound(selection.selected().size());
    return request.dryRun()
        ? preview(selection, connection)
        : carryOut(request, selection, connection);
  }

  private Connection connection(Request request) {
    ShowSettings.Outcome shown =
        effectiveSettings.show(new ShowSettings.Request(request.options()));
    shown.warnings().forEach(notices::warning);
    return Connection.of(shown.settings());
  }

  private Outcome preview(ToolSelection selection, Connection connection) {
    ToolEdits edits = new ToolEdits(editor, undoLog);
    ToolBindings bindings = bindings(selection, connection);
    List<ToolChange> changes = new ArrayList<>();
    List<String> diffs = new ArrayList<>();
    for (DetectedTool tool : selection.selected()) {
      Preview preview = edits.preview(tool, bindings);
      changes.add(preview.change());
      diffs.add(preview.diff());
    }
    changes.addAll(selection.left());
    diffs.removeIf(String::isEmpty);
    return new Outcome(changes, diffs, Optional.empty(), false, settings.location());
  }

  private Outcome carryOut(Request request, ToolSelection selection, Connection connection) {
    Optional<ObtainToken.Outcome> signIn = signIn(request, connection);
    ToolBindings bindings = bindings(selection, connection);
    ToolEdits edits = new ToolEdits(editor, undoLog);
    List<ToolChange> changes = new ArrayList<>();
    selection.selected().forEach(tool -> changes.add(edits.apply(tool, bindings)));
    changes.addAll(selection.left());
    boolean allFailed = allFailed(changes);
    if (allFailed) {
      forgetNewLogin(signIn, connection);
    } else {
      persist(request, edits, () -> forgetNewLogin(signIn, connection));
      remember(bindings.connection());
    }
    return new Outcome(changes, List.of(), signIn, !allFailed, settings.location());
  }

  private Optional<ObtainToken.Outcome> signIn(Request request, Connection connection) {
    if (request.policy() == LoginPolicy.DEFERRED) {
      return Optional.empty();
    }
    return Optional.of(
        obtainToken.obtain(
            new ObtainToken.Request(
                connection, request.policy(), request.channel(), ObtainToken.Caller.PERSON)));
  }

  private ToolBindings bindings(ToolSelection selection, Connection connection) {
    return new ToolBindings(
        executable,
        selection.selected().isEmpty() ? connection : findPathPrefix.complete(connection));
  }

  private void persist(Request request, ToolEdits edits, Runnable onFailure) {
    try {
      settings.save(request.options());
    } catch (GatepassException e) {
      edits.rollBack();
      onFailure.run();
      throw e;
    }
  }

  /** A setup that failed leaves no trace: not even the tokens of its own login. */
  private void forgetNewLogin(Optional<ObtainToken.Outcome> signIn, Connection connection) {
    if (signIn.filter(it -> it.tier() == ObtainToken.Tier.LOGIN).isPresent()) {
      tokens.forget(connection.scope());
    }
  }

  private void remember(Connection connection) {
    connection
        .anthropic()
        .pathPrefix()
        .ifPresent(prefix -> knownPrefixes.remember(connection.gateway(), prefix));
  }

  private static boolean allFailed(List<ToolChange> changes) {
    boolean failed = changes.stream().anyMatch(ToolChange.Failed.class::isInstance);
    boolean worked =
        changes.stream()
            .anyMatch(it -> it instanceof ToolChange.Applied || it instanceof ToolChange.Unchanged);
    return failed && !worked;
  }
}
