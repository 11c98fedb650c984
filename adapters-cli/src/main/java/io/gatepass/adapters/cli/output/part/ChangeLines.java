package io.gatepass.adapters.cli.output.part;

import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.domain.tool.SupportLevel;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened to the tools, one line a tool, in columns; or as objects. */
public final class ChangeLines {
  private static final String NONE = "–";

  private final Terminal terminal;
  private final String changed;

  /**
   * Lines for that terminal.
   *
   * @param changed the word for a changed file: "changed", or "would change" in a dry run
   */
  public ChangeLines(Terminal terminal, String changed) {
    this.terminal = terminal;
    this.changed = changed;
  }

  /** The columns; a column that is empty in every row is left out. */
  private record Row(
      String tool, String mode, String level, String what, String state, List<String> notes) {
    static Row without(String tool, String what, List<String> notes) {
      return new Row(tool, NONE, NONE, what, "", notes);
    }

    static Row putBack(String tool, String files, String state, List<String> notes) {
      return new Row(tool, "", "", files, state, notes);
    }
  }

  /** Prints the changes as part of the result. */
  public void print(List<ToolChange> changes) {
    List<Row> rows = changes.stream().map(this::row).toList();
    int tool = width(rows, Row::tool);
    int mode = width(rows, Row::mode);
    int level = width(rows, Row::level);
    int what = width(rows.stream().filter(row -> !row.state().isEmpty()).toList(), Row::what);
    for (Row row : rows) {
      String line =
          padded(row.tool(), tool)
              + padded(row.mode(), mode)
              + padded(row.level(), level)
              + (row.state().isEmpty() ? "  " + row.what() : padded(row.what(), what))
              + padded(row.state(), 1);
      terminal.result(line.stripTrailing());
      row.notes().forEach(note -> terminal.result("      " + note));
    }
  }

  /** The changes as objects: tool, mode, support, files, state, notes. */
  public static List<Map<String, Object>> objects(List<ToolChange> changes) {
    return changes.stream().map(ChangeLines::object).toList();
  }

  private Row row(ToolChange change) {
    String id = change.tool().value();
    return switch (change) {
      case ToolChange.Applied it -> row(id, it.mode(), it.level(), it.files(), changed, it.notes());
      case ToolChange.Unchanged it ->
          row(id, it.mode(), it.level(), it.files(), "unchanged", it.notes());
      case ToolChange.Skipped it -> Row.without(id, it.reason() + " (skipped)", List.of());
      case ToolChange.Reverted it -> Row.putBack(id, files(it.files()), "put back", List.of());
      case ToolChange.Conflict it ->
          Row.putBack(id, files(it.files()), "partly put back", it.left());
      case ToolChange.Failed it -> Row.without(id, it.reason() + " (failed)", List.of(it.remedy()));
    };
  }

  private Row row(
      String id,
      ToolMode mode,
      SupportLevel level,
      List<String> files,
      String state,
      List<String> notes) {
    return new Row(id, mode.words(), level.words(), files(files), state, notes);
  }

  private String files(List<String> files) {
    return files.stream().map(terminal::shortened).collect(Collectors.joining(", "));
  }

  private static Map<String, Object> object(ToolChange change) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("tool", change.tool().value());
    switch (change) {
      case ToolChange.Applied it ->
          configured(object, "changed", it.mode(), it.level(), it.files(), it.notes());
      case ToolChange.Unchanged it ->
          configured(object, "unchanged", it.mode(), it.level(), it.files(), it.notes());
      case ToolChange.Skipped it -> ended(object, "skipped", List.of(it.reason()));
      case ToolChange.Reverted it -> reverted(object, "reverted", it.files(), List.of());
      case ToolChange.Conflict it -> reverted(object, "conflict", it.files(), it.left());
      case ToolChange.Failed it -> ended(object, "failed", List.of(it.reason(), it.remedy()));
    }
    return object;
  }

  private static void configured(
      Map<String, Object> object,
      String state,
      ToolMode mode,
      SupportLevel level,
      List<String> files,
      List<String> notes) {
    object.put("mode", mode.words());
    object.put("support", level.words());
    reverted(object, state, files, notes);
  }

  private static void reverted(
      Map<String, Object> object, String state, List<String> files, List<String> notes) {
    object.put("files", files);
    ended(object, state, notes);
  }

  private static void ended(Map<String, Object> object, String state, List<String> notes) {
    object.put("state", state);
    object.put("notes", new ArrayList<>(notes));
  }

  private static int width(List<Row> rows, Function<Row, String> column) {
    return rows.stream().map(column).mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return width == 0 ? "" : "  " + text + " ".repeat(Math.max(0, width - text.length()));
  }
}
