package io.gatepass.application.usecase.tool;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.GatewayProbe;
import io.gatepass.application.port.KnownModels;
import io.gatepass.application.port.KnownPathPrefixes;
import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.SettingsStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.port.ToolCatalog;
import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.UndoLog;
import io.gatepass.application.usecase.model.FindModels;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.tool.ToolMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Setup: detects tools, signs in (policy EAGER), patches every tool, and persists the settings
 * last. All or nothing for a tool, best effort across tools, all or nothing for the settings. EAGER
 * and DEFERRED leave the same on disk but for the credential.
 */
public final class ConfigureTools {
  private final ResolveSettings resolveSettings;
  private final SettingsStore settings;
  private final ToolCatalog catalog;
  private final ToolConfigEditor editor;
  private final UndoLog undoLog;
  private final ObtainToken obtainToken;
  private final TokenStore tokens;
  private final FindPathPrefix findPathPrefix;
  private final FindModels findModels;
  private final LocalKeys localKeys;
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
      KnownModels knownModels,
      LocalKeys localKeys,
      Notices notices,
      String executable) {
    this.resolveSettings = new ResolveSettings(settings);
    this.settings = settings;
    this.catalog = catalog;
    this.editor = editor;
    this.undoLog = undoLog;
    this.obtainToken = obtainToken;
    this.tokens = tokens;
    this.findPathPrefix = new FindPathPrefix(probe, knownPrefixes);
    this.findModels = new FindModels(probe, knownModels);
    this.localKeys = localKeys;
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
    ToolSelection selection = ToolSelection.of(catalog, request.only(), configured());
    notices.toolsFound(selection.selected().size());
    selection.unused(connection.anthropic()).forEach(notices::warning);
    return request.dryRun()
        ? preview(selection, connection)
        : carryOut(request, selection, connection);
  }

  private List<ToolId> configured() {
    return undoLog.configured().stream().map(ConfiguredTool::id).toList();
  }

  private Connection connection(Request request) {
    ResolveSettings.Outcome resolved =
        resolveSettings.resolve(new ResolveSettings.Request(request.options()));
    resolved.warnings().forEach(notices::warning);
    return Connection.of(resolved.settings());
  }

  private Outcome preview(ToolSelection all, Connection connection) {
    FindModels.Outcome models = models(all, connection, Optional.empty());
    ToolSelection selection = all.with(models);
    FindPathPrefix.Found found = findPathPrefix(selection, connection);
    ToolEdits edits = edits(found, models, new LocalKey(localKeys)::preview);
    List<ToolChange> changes = new ArrayList<>();
    List<String> diffs = new ArrayList<>();
    for (DetectedTool tool : selection.selected()) {
      Preview preview = edits.preview(tool);
      changes.add(preview.change());
      diffs.add(preview.diff());
    }
    changes.addAll(selection.left());
    diffs.removeIf(String::isEmpty);
    return new Outcome(changes, diffs, Optional.empty(), false, settings.location());
  }

  private Outcome carryOut(Request request, ToolSelection all, Connection connection) {
    if (all.isHopeless()) {
      return outcome(all.left(), Optional.empty(), false);
    }
    Optional<ObtainToken.Outcome> signIn = signIn(request, connection);
    FindModels.Outcome models = models(all, connection, signIn.map(ObtainToken.Outcome::token));
    ToolSelection selection = all.with(models);
    FindPathPrefix.Found found = findPathPrefix(selection, connection);
    LocalKey localKey = new LocalKey(localKeys);
    ToolEdits edits = edits(found, models, localKey::obtain);
    List<ToolChange> changes = new ArrayList<>();
    selection.selected().forEach(tool -> changes.add(edits.apply(tool)));
    changes.addAll(selection.left());
    if (allFailed(changes)) {
      forget(localKey, signIn, connection);
      return outcome(changes, signIn, false);
    }
    persist(request, edits, () -> forget(localKey, signIn, connection));
    findPathPrefix.remember(found);
    models.remember();
    return outcome(changes, signIn, true);
  }

  private Outcome outcome(
      List<ToolChange> changes, Optional<ObtainToken.Outcome> signIn, boolean persisted) {
    return new Outcome(changes, List.of(), signIn, persisted, settings.location());
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

  private FindPathPrefix.Found findPathPrefix(ToolSelection selection, Connection connection) {
    return selection.wantsAnthropicBase()
        ? findPathPrefix.complete(connection)
        : new FindPathPrefix.Found(connection, Optional.empty());
  }

  private FindModels.Outcome models(
      ToolSelection selection, Connection connection, Optional<AccessToken> signedIn) {
    return findModels.find(
        new FindModels.Request(
            connection,
            () ->
                selection.wantsModels()
                    ? signedIn.or(() -> cachedToken(connection))
                    : Optional.empty()));
  }

  private Optional<AccessToken> cachedToken(Connection connection) {
    try {
      return tokens.accessToken(connection.scope());
    } catch (SecretStoreUnavailable _) {
      return Optional.empty(); // the models are then not asked for, which is said where it matters
    }
  }

  private ToolEdits edits(
      FindPathPrefix.Found found,
      FindModels.Outcome models,
      Function<ToolMode, Optional<Secret>> localKey) {
    return new ToolEdits(
        editor,
        undoLog,
        tool ->
            new ToolBindings(
                executable, found.connection(), localKey.apply(tool.mode()), models.models()));
  }

  private void persist(Request request, ToolEdits edits, Runnable onFailure) {
    try {
      settings.save(request.options());
    } catch (GatepassException e) {
      edits.rollBack().forEach(this::warnOfLeftover);
      onFailure.run();
      throw e;
    }
  }

  private void warnOfLeftover(ToolChange.Failed failed) {
    notices.warning(
        failed.tool()
            + " could not be put back: "
            + failed.reason()
            + " Run: gatepass teardown "
            + failed.tool());
  }

  /** A setup that failed leaves no trace: not even the key it made and the tokens of its login. */
  private void forget(
      LocalKey localKey, Optional<ObtainToken.Outcome> signIn, Connection connection) {
    forget("new local key", localKey::forgetIfNew);
    if (signIn.filter(it -> it.tier() == ObtainToken.Tier.LOGIN).isPresent()) {
      forget("new sign-in", () -> tokens.forget(connection.scope()));
    }
  }

  private void forget(String what, Runnable forgetting) {
    try {
      forgetting.run();
    } catch (SecretStoreUnavailable e) {
      notices.warning("The " + what + " could not be forgotten: " + e.what() + " " + e.remedy());
    }
  }

  private static boolean allFailed(List<ToolChange> changes) {
    boolean failed = changes.stream().anyMatch(ToolChange.Failed.class::isInstance);
    boolean worked =
        changes.stream()
            .anyMatch(it -> it instanceof ToolChange.Applied || it instanceof ToolChange.Unchanged);
    return failed && !worked;
  }
}
