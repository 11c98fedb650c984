package io.gatepass.adapters.cli.output;

import io.gatepass.adapters.cli.output.part.Json;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.port.ToolCatalog.Description;
import io.gatepass.application.usecase.tool.ListTools;
import io.gatepass.application.usecase.tool.ListTools.State;
import io.gatepass.application.usecase.tool.ListTools.Tool;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the tools. */
public final class ToolsPrinter {
  private static final String COLUMNS = "%-16s %-10s %-8s %-11s %-15s %s";

  private final Terminal terminal;

  /** Prints on that terminal. */
  public ToolsPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints all of them, a line each. */
  public ExitCode listed(ListTools.Outcome outcome, OutputFormat format) {
    if (format == OutputFormat.JSON) {
      terminal.result(
          Json.text(Map.of("tools", outcome.tools().stream().map(ToolsPrinter::object).toList())));
    } else {
      terminal.result(COLUMNS.formatted("TOOL", "INSTALLED", "MODE", "SUPPORT", "STATE", "FILES"));
      outcome.tools().forEach(this::line);
    }
    return ExitCode.DONE;
  }

  /** Prints one with all that is known of it. */
  public ExitCode shown(Tool tool, OutputFormat format) {
    if (format == OutputFormat.JSON) {
      terminal.result(Json.text(object(tool)));
    } else {
      text(tool);
    }
    return ExitCode.DONE;
  }

  private void line(Tool tool) {
    Description it = tool.description();
    String files = files(tool).stream().map(terminal::shortened).collect(Collectors.joining(", "));
    terminal.result(
        COLUMNS
            .formatted(
                it.id(),
                it.installed() ? "yes" : "no",
                it.mode().words(),
                it.level().words(),
                words(tool.state()),
                files)
            .strip());
  }

  private void text(Tool tool) {
    Description it = tool.description();
    terminal.result(it.displayName() + " (" + it.id() + ")");
    detail("installed", it.installed() ? "yes" : "no");
    detail("mode", it.mode().words());
    detail("support", it.level().words());
    detail("state", words(tool.state()));
    since(tool.state()).forEach(since -> detail("since", since.toString()));
    files(tool).forEach(file -> detail("file", terminal.shortened(file)));
    it.skipped().ifPresent(reason -> detail("skipped", "unless it is named: " + reason));
    remarks(tool.state()).forEach(remark -> detail("note", remark));
  }

  private void detail(String name, String value) {
    terminal.result("  %-10s %s".formatted(name, value));
  }

  private static Map<String, Object> object(Tool tool) {
    Description it = tool.description();
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("tool", it.id().value());
    object.put("name", it.displayName());
    object.put("installed", it.installed());
    object.put("mode", it.mode().words());
    object.put("support", it.level().words());
    object.put("state", words(tool.state()));
    since(tool.state()).forEach(since -> object.put("since", since.toString()));
    object.put("files", files(tool));
    it.skipped().ifPresent(reason -> object.put("skipped", reason));
    object.put("notes", remarks(tool.state()));
    return object;
  }

  private static String words(State state) {
    return switch (state) {
      case State.NotConfigured _ -> "not configured";
      case State.Configured _ -> "configured";
      case State.Drifted _ -> "drifted";
      case State.Unknown _ -> "unknown";
    };
  }

  private static List<String> files(Tool tool) {
    return switch (tool.state()) {
      case State.NotConfigured _ -> tool.description().files();
      case State.Configured it -> it.files();
      case State.Drifted it -> it.files();
      case State.Unknown it -> it.files();
    };
  }

  private static List<Instant> since(State state) {
    return switch (state) {
      case State.NotConfigured _ -> List.of();
      case State.Configured it -> List.of(it.since());
      case State.Drifted it -> List.of(it.since());
      case State.Unknown it -> List.of(it.since());
    };
  }

  private static List<String> remarks(State state) {
    return switch (state) {
      case State.NotConfigured _, State.Configured _ -> List.of();
      case State.Drifted it -> it.changed();
      case State.Unknown it -> List.of(it.reason());
    };
  }
}
