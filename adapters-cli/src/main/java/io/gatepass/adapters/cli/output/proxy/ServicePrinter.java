package io.gatepass.adapters.cli.output.proxy;

import io.gatepass.adapters.cli.output.ExitCode;
import io.gatepass.adapters.cli.output.OutputFormat;
import io.gatepass.adapters.cli.output.part.Json;
import io.gatepass.adapters.cli.output.part.ServiceLines;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.port.ProxyService.Installation;
import io.gatepass.application.port.RunningProxy.Running;
import io.gatepass.application.usecase.service.InstallProxyService;
import io.gatepass.application.usecase.service.ShowProxy;
import io.gatepass.application.usecase.service.StopProxy;
import io.gatepass.application.usecase.service.UninstallProxyService;
import io.gatepass.domain.gateway.ProxyAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Prints what became of the proxy and its service. */
public final class ServicePrinter {
  private final Terminal terminal;
  private final ServiceLines lines;

  /** Prints on that terminal. */
  public ServicePrinter(Terminal terminal) {
    this.terminal = terminal;
    this.lines = new ServiceLines(terminal);
  }

  /** Prints and tells the exit code: 1 if the service is there and does not answer. */
  public ExitCode installed(InstallProxyService.Outcome outcome, OutputFormat format) {
    if (format == OutputFormat.JSON) {
      terminal.result(Json.text(ServiceLines.object(outcome)));
    } else {
      lines.print(outcome);
    }
    return outcome.running().isPresent() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Prints what was removed. */
  public ExitCode uninstalled(UninstallProxyService.Outcome outcome, OutputFormat format) {
    if (format == OutputFormat.JSON) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("removed", outcome.removed().isPresent());
      outcome.removed().ifPresent(it -> object.put("file", it.file()));
      object.put("warnings", outcome.warnings());
      terminal.result(Json.text(object));
      return ExitCode.DONE;
    }
    if (outcome.removed().isEmpty()) {
      terminal.say("The proxy is not installed as a service.");
    }
    lines.print(outcome);
    return ExitCode.DONE;
  }

  /** Prints what there is. */
  public ExitCode shown(ShowProxy.Outcome outcome, OutputFormat format) {
    if (format == OutputFormat.JSON) {
      Map<String, Object> object = object(outcome.installation());
      object.put("running", outcome.running().isPresent());
      outcome.running().ifPresent(it -> put(object, it));
      object.put("address", outcome.address().origin());
      terminal.result(Json.text(object));
    } else {
      terminal.result(
          "service  " + outcome.installation().map(this::words).orElse("not installed"));
      terminal.result("proxy    " + outcome.running().map(this::words).orElse("not running"));
      terminal.result("address  " + outcome.address().origin());
    }
    return ExitCode.DONE;
  }

  /** Prints what was stopped. */
  public ExitCode stopped(StopProxy.Outcome outcome, OutputFormat format) {
    if (format == OutputFormat.JSON) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("stopped", outcome.stopped().isPresent());
      outcome.stopped().ifPresent(it -> put(object, it));
      object.put("address", outcome.address().origin());
      terminal.result(Json.text(object));
    } else {
      sayStopped(outcome.stopped(), outcome.address());
      outcome
          .installation()
          .ifPresent(_ ->
              terminal.say(
                  "Its service starts again at the next login. To end that, run: gatepass proxy"
                      + " uninstall"));
    }
    return ExitCode.DONE;
  }

  private void sayStopped(Optional<Running> stopped, ProxyAddress address) {
    stopped.ifPresentOrElse(
        it -> terminal.result("The proxy (pid " + it.pid() + ") has ended."),
        () -> terminal.say("No proxy runs at " + address.origin() + "."));
  }

  private String words(Installation it) {
    String stale = it.current() ? "" : ", out of date: run gatepass proxy install";
    return "installed by %s, %s, %s%s"
        .formatted(by(it), it.kind(), terminal.shortened(it.file()), stale);
  }

  private String words(Running it) {
    return "running, pid " + it.pid() + ", gatepass " + it.version();
  }

  private static Map<String, Object> object(Optional<Installation> installation) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("installed", installation.isPresent());
    installation.ifPresent(it -> {
      object.put("installed_by", by(it));
      object.put("kind", it.kind());
      object.put("file", it.file());
      object.put("current", it.current());
    });
    return object;
  }

  private static void put(Map<String, Object> object, Running running) {
    object.put("pid", running.pid());
    object.put("version", running.version());
  }

  private static String by(Installation it) {
    return it.by().name().toLowerCase(Locale.ROOT);
  }
}
