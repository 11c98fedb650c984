package io.gatepass.adapters.cli.command.proxy;

import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.proxy.ServicePrinter;
import io.gatepass.application.usecase.service.StopProxy;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatepass proxy stop}. */
@Command(
    name = "stop",
    description =
        "Stop the proxy, once its requests in flight are done; a service starts again at login.")
public final class ProxyStopCommand implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  private final Supplier<StopProxy> stopProxy;
  private final ServicePrinter printer;

  /** Wires the command. */
  public ProxyStopCommand(Supplier<StopProxy> stopProxy, ServicePrinter printer) {
    this.stopProxy = stopProxy;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    StopProxy.Outcome outcome = stopProxy.get().stop(new StopProxy.Request());
    return printer.stopped(outcome, output.format()).value();
  }
}
