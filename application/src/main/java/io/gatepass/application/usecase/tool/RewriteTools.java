package io.gatepass.application.usecase.tool;

import io.gatepass.application.port.GatewayProbe;
import io.gatepass.application.port.KnownModels;
import io.gatepass.application.port.KnownPathPrefixes;
import io.gatepass.application.port.ToolCatalog;
import io.gatepass.application.port.ToolCatalog.Description;
import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.ToolConfigEditor.PreparedEdit;
import io.gatepass.application.port.UndoLog;
import io.gatepass.application.usecase.model.FindModels;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.tool.ToolMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the loopback proxy's address and key anew into every configured tool that holds them, as
 * setup would: what setup wrote before is known as ours, and teardown goes back behind the first
 * setup. A tool counts because it is configured, whether or not it is found on the machine now.
 */
public final class RewriteTools {
  private final ToolCatalog catalog;
  private final ToolConfigEditor editor;
  private final UndoLog undoLog;
  private final FindPathPrefix findPathPrefix;
  private final FindModels findModels;
  private final String executable;

  /**
   * What to write.
   *
   * @param connection with the proxy's address
   * @param key the local key
   */
  public record Request(Connection connection, Secret key) {}

  /**
   * Wires the use case to its ports.
   *
   * @param executable the absolute path of the gatepass program, which tools will run
   */
  public RewriteTools(
      ToolCatalog catalog,
      ToolConfigEditor editor,
      UndoLog undoLog,
      GatewayProbe probe,
      KnownPathPrefixes knownPrefixes,
      KnownModels knownModels,
      String executable) {
    this.catalog = catalog;
    this.editor = editor;
    this.undoLog = undoLog;
    this.findPathPrefix = new FindPathPrefix(probe, knownPrefixes);
    this.findModels = new FindModels(probe, knownModels);
    this.executable = executable;
  }

  /** Reads the tools' files and decides; writes nothing. */
  public Rewrite prepare(Request request) {
    List<ConfiguredTool> tools =
        undoLog.configured().stream().filter(it -> it.mode() == ToolMode.PROXY).toList();
    List<Description> known = tools.isEmpty() ? List.of() : catalog.describe();
    List<Optional<DetectedTool>> described =
        tools.stream().map(tool -> described(tool.id(), known)).toList();
    boolean asks =
        described.stream().flatMap(Optional::stream).anyMatch(it -> it.wants().anthropicBase());
    Connection connection =
        asks ? findPathPrefix.complete(request.connection()).connection() : request.connection();
    FindModels.Outcome models =
        findModels.find(new FindModels.Request(connection, Optional::empty));
    ToolBindings bindings =
        new ToolBindings(executable, connection, Optional.of(request.key()), models.models());
    Rewrite rewrite = new Rewrite(new ToolEdits(editor, undoLog, _ -> bindings));
    for (int i = 0; i < tools.size(); i++) {
      rewrite.prepare(tools.get(i).id(), described.get(i));
    }
    return rewrite;
  }

  private static Optional<DetectedTool> described(ToolId tool, List<Description> known) {
    return known.stream()
        .filter(it -> it.id().equals(tool) && !it.files().isEmpty())
        .map(RewriteTools::detected)
        .findFirst();
  }

  private static DetectedTool detected(Description it) {
    return new DetectedTool(
        it.id(), it.displayName(), it.mode(), it.level(), it.files(), it.skipped(), it.wants());
  }

  /** Decided edits, to be carried out together and taken back together. */
  public static final class Rewrite {
    private final ToolEdits edits;
    private final Map<ToolId, PreparedEdit> prepared = new LinkedHashMap<>();
    private final List<ToolChange.Failed> failed = new ArrayList<>();

    private Rewrite(ToolEdits edits) {
      this.edits = edits;
    }

    /** The tools that cannot be edited; after {@link #commit} also those that could not be. */
    public List<ToolChange.Failed> failed() {
      return List.copyOf(failed);
    }

    /** Whether there are tools and none can be edited. */
    public boolean hopeless() {
      return prepared.isEmpty() && !failed.isEmpty();
    }

    /** Writes; a failure is an outcome, so that the other tools go on. */
    public List<ToolChange> commit() {
      List<ToolChange> done = new ArrayList<>();
      prepared.forEach((tool, edit) -> trying(tool, () -> done.add(edits.commit(tool, edit))));
      prepared.keySet().removeAll(failed.stream().map(ToolChange.Failed::tool).toList());
      done.addAll(failed);
      return done;
    }

    /**
     * Takes back what was written, the latest first.
     *
     * @return the tools that could not be put back
     */
    public List<ToolChange.Failed> rollBack() {
      return edits.rollBack();
    }

    private void prepare(ToolId id, Optional<DetectedTool> tool) {
      tool.ifPresentOrElse(
          it -> trying(id, () -> prepared.put(id, edits.prepare(it))),
          () -> failed.add(unknown(id)));
    }

    private void trying(ToolId tool, Runnable step) {
      try {
        step.run();
      } catch (GatepassException e) {
        failed.add(new ToolChange.Failed(tool, e.what(), e.remedy()));
      }
    }

    private static ToolChange.Failed unknown(ToolId tool) {
      return new ToolChange.Failed(
          tool,
          "gatepass has no definition of it any more, and its file is as it was.",
          "Put the definition back, or run gatepass teardown " + tool + ".");
    }
  }
}
