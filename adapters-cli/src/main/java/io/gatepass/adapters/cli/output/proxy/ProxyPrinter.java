package io.gatepass.adapters.cli.output.proxy;

import io.gatepass.adapters.cli.output.ExitCode;
import io.gatepass.adapters.cli.output.OutputFormat;
import io.gatepass.adapters.cli.output.part.Json;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.usecase.proxy.ServeProxy;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints where the proxy listens. */
public final class ProxyPrinter {
  private final Terminal terminal;

  /** Prints on that terminal. */
  public ProxyPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints the address; in JSON an object with {@code address}, {@code port} and {@code gateway}.
   */
  public ExitCode listening(ServeProxy.Outcome outcome, OutputFormat format) {
    String address = outcome.server().address().origin();
    String gateway = outcome.connection().gateway().value();
    if (format == OutputFormat.JSON) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("address", address);
      object.put("port", outcome.server().address().port());
      object.put("gateway", gateway);
      terminal.result(Json.text(object));
    } else {
      terminal.result(address);
      terminal.say("Forwarding to " + gateway + ". End the proxy with Ctrl-C.");
    }
    return ExitCode.DONE;
  }
}
