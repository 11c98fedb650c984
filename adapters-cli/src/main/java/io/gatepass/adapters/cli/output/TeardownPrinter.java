package io.gatepass.adapters.cli.output;

import io.gatepass.adapters.cli.output.part.ChangeLines;
import io.gatepass.adapters.cli.output.part.Json;
import io.gatepass.adapters.cli.output.part.ServiceLines;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.usecase.token.ForgetCredentials;
import io.gatepass.application.usecase.undo.ResetSettings;
import io.gatepass.application.usecase.undo.TearDown;
import io.gatepass.application.usecase.undo.TearDown.Credentials;
import io.gatepass.domain.tool.ToolChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what teardown and reset did. */
public final class TeardownPrinter {
  private static final String SERVICE = "proxy_service";

  private final Terminal terminal;

  /** Prints on that terminal. */
  public TeardownPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints and tells the exit code: 6 if some tools failed, 1 if the credentials are still there.
   */
  public ExitCode tornDown(TearDown.Outcome outcome, OutputFormat format) {
    if (format == OutputFormat.JSON) {
      terminal.result(Json.text(object(outcome)));
    } else {
      printChanges(outcome.changes());
      new ServiceLines(terminal).print(outcome.service());
      printCredentials(outcome.credentials());
      outcome.notes().forEach(terminal::say);
    }
    if (outcome.credentials() instanceof Credentials.NotPurged it) {
      return ExitCode.of(it.failure());
    }
    return exitCode(outcome.changes());
  }

  /** Prints and tells the exit code: 6 if a tool could not be put back and the rest was kept. */
  public ExitCode reset(ResetSettings.Outcome outcome, OutputFormat format) {
    if (format == OutputFormat.JSON) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("tools", ChangeLines.objects(outcome.changes()));
      object.put("cleared", outcome.cleared());
      object.put("settings_file", outcome.location());
      object.put(SERVICE, ServiceLines.word(outcome.service()));
      terminal.result(Json.text(object));
    } else {
      printChanges(outcome.changes());
      new ServiceLines(terminal).print(outcome.service());
      terminal.result(
          outcome.cleared()
              ? "The settings and the credentials are gone."
              : "The settings and the credentials were kept, because a tool could not be put"
                  + " back.");
    }
    return exitCode(outcome.changes());
  }

  private void printChanges(List<ToolChange> changes) {
    if (changes.isEmpty()) {
      terminal.say("No tool is configured.");
    }
    new ChangeLines(terminal, "changed").print(changes);
  }

  private void printCredentials(Credentials credentials) {
    switch (credentials) {
      case Credentials.Kept _ -> {}
      case Credentials.Purged it ->
          terminal.result(
              it.atIssuer() == ForgetCredentials.Outcome.REVOKED
                  ? "The credentials are revoked and forgotten."
                  : "The credentials are forgotten.");
      case Credentials.NotPurged it -> {
        terminal.say("The credentials could not be forgotten: " + it.failure().what());
        terminal.say(it.failure().remedy());
      }
    }
  }

  private static Map<String, Object> object(TearDown.Outcome outcome) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("tools", ChangeLines.objects(outcome.changes()));
    object.put(
        "credentials",
        switch (outcome.credentials()) {
          case Credentials.Kept _ -> "kept";
          case Credentials.Purged it ->
              it.atIssuer() == ForgetCredentials.Outcome.REVOKED ? "revoked" : "forgotten";
          case Credentials.NotPurged _ -> "not forgotten";
        });
    object.put(SERVICE, ServiceLines.word(outcome.service()));
    object.put("notes", outcome.notes());
    return object;
  }

  private static ExitCode exitCode(List<ToolChange> changes) {
    long failed = changes.stream().filter(ToolChange.Failed.class::isInstance).count();
    if (failed == 0) {
      return ExitCode.DONE;
    }
    return failed == changes.size() ? ExitCode.FAILED : ExitCode.PARTLY;
  }
}
