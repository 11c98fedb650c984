package io.gatepass.adapters.cli.output;

import io.gatepass.adapters.cli.output.part.ChangeLines;
import io.gatepass.adapters.cli.output.part.Json;
import io.gatepass.adapters.cli.output.part.ServiceLines;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.usecase.service.ProvideProxy;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.application.usecase.tool.ConfigureTools;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.tool.ToolChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what setup did. */
public final class SetupPrinter {
  private final Terminal terminal;

  /** Prints on that terminal. */
  public SetupPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints and tells the exit code: 6 if some tools failed, 1 if all did or their proxy cannot be
   * had.
   */
  public ExitCode print(
      ConfigureTools.Request request,
      ConfigureTools.Outcome outcome,
      ProvideProxy.Outcome proxy,
      OutputFormat format) {
    if (format == OutputFormat.JSON) {
      terminal.result(Json.text(object(request, outcome, proxy)));
    } else {
      printText(request, outcome, proxy);
    }
    return proxy instanceof ProvideProxy.Outcome.Failed
        ? ExitCode.FAILED
        : exitCode(outcome.changes());
  }

  private void printText(
      ConfigureTools.Request request, ConfigureTools.Outcome outcome, ProvideProxy.Outcome proxy) {
    outcome
        .signIn()
        .filter(it -> it.tier() != ObtainToken.Tier.LOGIN)
        .ifPresent(_ -> terminal.say("You are signed in already."));
    new ChangeLines(terminal, request.dryRun() ? "would change" : "changed")
        .print(outcome.changes());
    new ServiceLines(terminal).print(proxy);
    if (request.dryRun()) {
      outcome.diffs().forEach(diff -> terminal.result(diff.stripTrailing()));
      terminal.say("Nothing was written.");
    } else {
      sayWhatIsNext(request, outcome);
    }
  }

  private void sayWhatIsNext(ConfigureTools.Request request, ConfigureTools.Outcome outcome) {
    if (!outcome.persisted()) {
      terminal.say("No tool could be configured; nothing was changed.");
      return;
    }
    if (configured(outcome.changes()).isEmpty()) {
      terminal.say("The settings are saved. A later gatepass setup picks up new tools.");
      return;
    }
    if (request.policy() == LoginPolicy.DEFERRED) {
      terminal.result("The browser opens for the sign-in at a tool's first request.");
    }
    terminal.result("Undo any time: gatepass teardown");
  }

  private static List<ToolChange> configured(List<ToolChange> changes) {
    return changes.stream()
        .filter(it -> it instanceof ToolChange.Applied || it instanceof ToolChange.Unchanged)
        .toList();
  }

  private static ExitCode exitCode(List<ToolChange> changes) {
    if (changes.stream().noneMatch(ToolChange.Failed.class::isInstance)) {
      return ExitCode.DONE;
    }
    return configured(changes).isEmpty() ? ExitCode.FAILED : ExitCode.PARTLY;
  }

  private static Map<String, Object> object(
      ConfigureTools.Request request, ConfigureTools.Outcome outcome, ProvideProxy.Outcome proxy) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("dry_run", request.dryRun());
    object.put("settings_file", outcome.location());
    object.put("settings_saved", outcome.persisted());
    object.put("signed_in", outcome.signIn().isPresent());
    object.put("tools", ChangeLines.objects(outcome.changes()));
    object.put("diffs", outcome.diffs());
    object.put("proxy", ServiceLines.object(proxy));
    return object;
  }
}
