package io.gatepass.adapters.cli.command;

import io.gatepass.adapters.cli.options.BrowserOption;
import io.gatepass.adapters.cli.options.ConnectionOptions;
import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.SetupPrinter;
import io.gatepass.application.usecase.service.ProvideProxy;
import io.gatepass.application.usecase.tool.ConfigureTools;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.tool.ToolId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatepass setup}. */
@Command(
    name = "setup",
    description = "Find the AI coding tools on this machine, sign in, and configure them.")
public final class SetupCommand implements Callable<Integer> {
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();
  @Mixin private final BrowserOption browser = new BrowserOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Option(
      names = "--lazy",
      description = "Do not sign in now: the browser opens at a tool's first request.")
  private boolean lazy;

  @Option(
      names = "--client",
      paramLabel = "TOOL",
      description = "Configure this tool only; repeatable.")
  private List<String> tools = List.of();

  @Option(names = "--dry-run", description = "Show what would change and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--install-proxy",
      description = "Run the proxy as a service where a tool needs it: gatepass proxy install.")
  private boolean installProxy;

  private final Supplier<ConfigureTools> configureTools;
  private final Supplier<ProvideProxy> provideProxy;
  private final SetupPrinter printer;

  /** Wires the command. */
  public SetupCommand(
      Supplier<ConfigureTools> configureTools,
      Supplier<ProvideProxy> provideProxy,
      SetupPrinter printer) {
    this.configureTools = configureTools;
    this.provideProxy = provideProxy;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    ConfigureTools.Request request =
        new ConfigureTools.Request(
            connection.values(),
            tools.stream().map(ToolId::new).toList(),
            lazy ? LoginPolicy.DEFERRED : LoginPolicy.EAGER,
            browser.channel(),
            dryRun);
    ConfigureTools.Outcome outcome = configureTools.get().configure(request);
    ProvideProxy.Outcome proxy =
        provideProxy
            .get()
            .provide(new ProvideProxy.Request(outcome.changes(), installProxy, dryRun));
    return printer.print(request, outcome, proxy, output.format()).value();
  }
}
