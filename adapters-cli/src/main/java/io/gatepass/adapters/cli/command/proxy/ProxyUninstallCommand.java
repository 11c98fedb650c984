package io.gatepass.adapters.cli.command.proxy;

import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.proxy.ServicePrinter;
import io.gatepass.application.usecase.service.UninstallProxyService;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatepass proxy uninstall}. */
@Command(name = "uninstall", description = "Stop the proxy's service and remove every file of it.")
public final class ProxyUninstallCommand implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  private final Supplier<UninstallProxyService> uninstallService;
  private final ServicePrinter printer;

  /** Wires the command. */
  public ProxyUninstallCommand(
      Supplier<UninstallProxyService> uninstallService, ServicePrinter printer) {
    this.uninstallService = uninstallService;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    UninstallProxyService.Outcome outcome =
        uninstallService.get().uninstall(UninstallProxyService.Request.ofAnybody());
    return printer.uninstalled(outcome, output.format()).value();
  }
}
