package io.gatepass.adapters.cli.output.proxy;

import io.gatepass.adapters.cli.output.ExitCode;
import io.gatepass.adapters.cli.output.OutputFormat;
import io.gatepass.adapters.cli.output.part.ChangeLines;
import io.gatepass.adapters.cli.output.part.Json;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.usecase.proxy.RotateLocalKey;
import io.gatepass.domain.tool.ToolChange;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints what became of the local key; never the key. */
public final class RotationPrinter {
  private final Terminal terminal;

  /** Prints on that terminal. */
  public RotationPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints and tells the exit code: 6 if a tool still holds the former key, 1 if all do. */
  public ExitCode print(RotateLocalKey.Outcome outcome, OutputFormat format) {
    if (format == OutputFormat.JSON) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("rotated", outcome.rotated());
      object.put("tools", ChangeLines.objects(outcome.changes()));
      terminal.result(Json.text(object));
    } else {
      printText(outcome);
    }
    if (!outcome.rotated()) {
      return ExitCode.FAILED;
    }
    return someFailed(outcome) ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private void printText(RotateLocalKey.Outcome outcome) {
    new ChangeLines(terminal, "changed").print(outcome.changes());
    if (!outcome.rotated()) {
      terminal.say("No tool could take another key; the local key is the one before.");
      return;
    }
    terminal.result("The local key is replaced; within seconds the proxy refuses the one before.");
    if (someFailed(outcome)) {
      terminal.say(
          "A tool above still holds the key before. When it is repaired, run: gatepass proxy"
              + " rotate-key");
    }
    if (!outcome.changes().isEmpty()) {
      terminal.say("A tool that is running may have to be restarted to read its new key.");
    }
  }

  private static boolean someFailed(RotateLocalKey.Outcome outcome) {
    return outcome.changes().stream().anyMatch(ToolChange.Failed.class::isInstance);
  }
}
