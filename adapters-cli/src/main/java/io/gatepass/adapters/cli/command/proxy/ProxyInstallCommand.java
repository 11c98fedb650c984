package io.gatepass.adapters.cli.command.proxy;

import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.proxy.ServicePrinter;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.application.usecase.service.InstallProxyService;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatepass proxy install}. */
@Command(
    name = "install",
    description = "Run the proxy as a service of yours: from now on and at every login.")
public final class ProxyInstallCommand implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  private final Supplier<InstallProxyService> installService;
  private final ServicePrinter printer;

  /** Wires the command. */
  public ProxyInstallCommand(Supplier<InstallProxyService> installService, ServicePrinter printer) {
    this.installService = installService;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    InstallProxyService.Outcome outcome =
        installService.get().install(new InstallProxyService.Request(Installer.USER));
    return printer.installed(outcome, output.format()).value();
  }
}
