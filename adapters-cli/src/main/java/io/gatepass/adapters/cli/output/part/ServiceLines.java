package io.gatepass.adapters.cli.output.part;

import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.usecase.service.InstallProxyService;
import io.gatepass.application.usecase.service.ProvideProxy;
import io.gatepass.application.usecase.service.ProvideProxy.Outcome;
import io.gatepass.application.usecase.service.UninstallProxyService;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What happened to the proxy's service, in lines or as objects; for every command that deals with
 * it.
 */
public final class ServiceLines {
  private static final String STATE = "state";

  private final Terminal terminal;

  /** Lines for that terminal. */
  public ServiceLines(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints what setup did for the tools that need the proxy. */
  public void print(ProvideProxy.Outcome outcome) {
    switch (outcome) {
      case Outcome.NotNeeded _, Outcome.Ready _ -> {}
      case Outcome.Installed it -> print(it.service());
      case Outcome.WouldInstall it ->
          terminal.result(
              "  The proxy would be installed as a service ("
                  + it.plan().kind()
                  + "): "
                  + terminal.shortened(it.plan().file()));
      case Outcome.Missing it ->
          terminal.say(
              "A tool above needs the proxy, and nothing listens at "
                  + it.address().origin()
                  + ". Run: gatepass proxy install (or gatepass proxy start)");
      case Outcome.Failed it -> {
        terminal.say("The tools are configured, but not their proxy: " + it.failure().what());
        terminal.say(it.failure().remedy());
      }
    }
  }

  /** Prints what installing did. */
  public void print(InstallProxyService.Outcome outcome) {
    terminal.result(
        "The proxy %s as a service (%s): %s"
            .formatted(
                outcome.state() == InstallProxyService.State.UNCHANGED
                    ? "runs already"
                    : "is installed",
                outcome.installation().kind(),
                terminal.shortened(outcome.installation().file())));
    outcome.notes().forEach(note -> terminal.say("Warning: " + note));
    outcome
        .running()
        .ifPresentOrElse(
            it ->
                terminal.result(
                    "It listens at " + outcome.address().origin() + " (pid " + it.pid() + ")."),
            () ->
                terminal.say(
                    "It does not answer at "
                        + outcome.address().origin()
                        + " yet. See: "
                        + outcome.logs()));
  }

  /** Prints what was removed, or that a service of the user's own stays. */
  public void print(UninstallProxyService.Outcome outcome) {
    outcome
        .removed()
        .ifPresent(it ->
            terminal.result("The proxy's service is removed: " + terminal.shortened(it.file())));
    outcome
        .kept()
        .ifPresent(_ ->
            terminal.say(
                "The proxy's service, which you have installed, stays. To remove it, run: gatepass"
                    + " proxy uninstall"));
    outcome.warnings().forEach(warning -> terminal.say("Warning: " + warning));
  }

  /** What setup did, as an object. */
  public static Map<String, Object> object(ProvideProxy.Outcome outcome) {
    Map<String, Object> object = new LinkedHashMap<>();
    switch (outcome) {
      case Outcome.NotNeeded _ -> object.put(STATE, "not needed");
      case Outcome.Ready _ -> object.put(STATE, "ready");
      case Outcome.Installed it -> object.putAll(object(it.service()));
      case Outcome.WouldInstall it -> {
        object.put(STATE, "would be installed");
        object.put("file", it.plan().file());
      }
      case Outcome.Missing it -> {
        object.put(STATE, "missing");
        object.put("address", it.address().origin());
      }
      case Outcome.Failed it -> {
        object.put(STATE, "failed");
        object.put("reason", it.failure().what());
        object.put("remedy", it.failure().remedy());
      }
    }
    return object;
  }

  /** What installing did, as an object. */
  public static Map<String, Object> object(InstallProxyService.Outcome outcome) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(STATE, outcome.state().name().toLowerCase(Locale.ROOT));
    object.put("file", outcome.installation().file());
    object.put("running", outcome.running().isPresent());
    outcome.running().ifPresent(it -> object.put("pid", it.pid()));
    object.put("address", outcome.address().origin());
    object.put("notes", outcome.notes());
    return object;
  }

  /** What became of the service, in a word. */
  public static String word(UninstallProxyService.Outcome outcome) {
    if (outcome.removed().isPresent()) {
      return "removed";
    }
    return outcome.kept().isPresent() ? "kept" : "none";
  }
}
