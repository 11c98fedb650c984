package io.gatepass.application.usecase.tool;

import io.gatepass.application.port.ToolCatalog;
import io.gatepass.application.port.ToolCatalog.Description;
import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.UndoLog;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.UndoRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells every known tool, whether it is installed, and whether it still is as setup has left it.
 * Changes nothing.
 */
public final class ListTools {
  private final ToolCatalog catalog;
  private final ToolConfigEditor editor;
  private final UndoLog undoLog;

  /**
   * Which tools.
   *
   * @param only this tool; every known one where absent
   */
  public record Request(Optional<ToolId> only) {}

  /** The tools, in the catalog's order. */
  public record Outcome(List<Tool> tools) {
    /** Copies the list. */
    public Outcome {
      tools = List.copyOf(tools);
    }
  }

  /**
   * A tool.
   *
   * @param description what is known of it
   * @param state what is there of its configuration
   */
  public record Tool(Description description, State state) {}

  /** What is there of a tool's configuration. */
  public sealed interface State {
    /** Setup has not configured it. */
    record NotConfigured() implements State {}

    /** It is as setup has left it. */
    record Configured(List<String> files, Instant since) implements State {}

    /**
     * Somebody has changed what setup has written.
     *
     * @param changed one sentence a value
     */
    record Drifted(List<String> files, Instant since, List<String> changed) implements State {}

    /** Setup has configured it, and whether it still is so cannot be told. */
    record Unknown(List<String> files, Instant since, String reason) implements State {}
  }

  /** Wires the use case to its ports. */
  public ListTools(ToolCatalog catalog, ToolConfigEditor editor, UndoLog undoLog) {
    this.catalog = catalog;
    this.editor = editor;
    this.undoLog = undoLog;
  }

  /**
   * Tells.
   *
   * @throws InvalidSettings if the named tool is not known
   */
  public Outcome list(Request request) {
    List<Description> known = catalog.describe();
    List<Description> wanted = request.only().map(tool -> List.of(find(known, tool))).orElse(known);
    List<ConfiguredTool> configured = undoLog.configured();
    return new Outcome(
        wanted.stream().map(it -> new Tool(it, state(it.id(), configured))).toList());
  }

  private static Description find(List<Description> known, ToolId tool) {
    return known.stream()
        .filter(it -> it.id().equals(tool))
        .findFirst()
        .orElseThrow(() ->
            new InvalidSettings(
                Kind.USAGE,
                "gatepass does not know a tool \"" + tool + "\".",
                "Name one of: "
                    + known.stream().map(it -> it.id().value()).collect(Collectors.joining(", "))
                    + "."));
  }

  private State state(ToolId tool, List<ConfiguredTool> configured) {
    return configured.stream()
        .filter(it -> it.id().equals(tool))
        .findFirst()
        .map(this::state)
        .orElseGet(State.NotConfigured::new);
  }

  private State state(ConfiguredTool tool) {
    try {
      List<String> changed = undoLog.find(tool.id()).map(this::drift).orElse(List.of());
      return changed.isEmpty()
          ? new State.Configured(tool.files(), tool.since())
          : new State.Drifted(tool.files(), tool.since(), changed);
    } catch (GatepassException e) {
      return new State.Unknown(tool.files(), tool.since(), e.what());
    }
  }

  private List<String> drift(UndoRecord record) {
    return editor.drift(record);
  }
}
