package io.gatepass.adapters.cli.command.proxy;

import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.proxy.ServicePrinter;
import io.gatepass.application.usecase.service.ShowProxy;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatepass proxy status}. */
@Command(
    name = "status",
    description = "Tell whether the proxy is installed as a service and whether it runs.")
public final class ProxyStatusCommand implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  private final Supplier<ShowProxy> showProxy;
  private final ServicePrinter printer;

  /** Wires the command. */
  public ProxyStatusCommand(Supplier<ShowProxy> showProxy, ServicePrinter printer) {
    this.showProxy = showProxy;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    ShowProxy.Outcome outcome = showProxy.get().show(new ShowProxy.Request());
    return printer.shown(outcome, output.format()).value();
  }
}
