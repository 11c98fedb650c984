package io.gatepass.adapters.cli.command.proxy;

import io.gatepass.adapters.cli.options.BrowserOption;
import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.proxy.ProxyPrinter;
import io.gatepass.application.usecase.proxy.ServeProxy;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatepass proxy start}. */
@Command(name = "start", description = "Run the proxy in the foreground until it is interrupted.")
public final class ProxyStartCommand implements Callable<Integer> {
  @Mixin private final BrowserOption browser = new BrowserOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port of this run, in place of the configured one.")
  private @Nullable String port;

  private final Supplier<ServeProxy> serveProxy;
  private final Consumer<Runnable> whenInterrupted;
  private final ProxyPrinter printer;

  /**
   * Wires the command.
   *
   * @param whenInterrupted takes what is to be done when somebody ends the program
   */
  public ProxyStartCommand(
      Supplier<ServeProxy> serveProxy, Consumer<Runnable> whenInterrupted, ProxyPrinter printer) {
    this.serveProxy = serveProxy;
    this.whenInterrupted = whenInterrupted;
    this.printer = printer;
  }

  @Override
  public Integer call() throws InterruptedException {
    ServeProxy.Request request = new ServeProxy.Request(options(), browser.channel());
    ServeProxy.Outcome outcome = serveProxy.get().serve(request);
    try (var server = outcome.server()) {
      whenInterrupted.accept(server::close);
      int exitCode = printer.listening(outcome, output.format()).value();
      server.awaitEnd();
      return exitCode;
    }
  }

  private Map<SettingKey, SettingValue> options() {
    String given = port;
    if (given == null) {
      return Map.of();
    }
    try {
      return Map.of(
          SettingKey.PROXY_PORT, SettingValue.parse(SettingKey.PROXY_PORT, List.of(given)));
    } catch (InvalidSettings e) {
      throw e.at("--port", Kind.USAGE);
    }
  }
}
