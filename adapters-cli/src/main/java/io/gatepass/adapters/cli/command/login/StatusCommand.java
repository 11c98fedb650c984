package io.gatepass.adapters.cli.command.login;

import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.login.StatusPrinter;
import io.gatepass.application.usecase.login.ShowStatus;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatepass status}. */
@Command(
    name = "status",
    description = "Show who is signed in, until when, and a sign-in under way; asks nobody.")
public final class StatusCommand implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  private final Supplier<ShowStatus> showStatus;
  private final StatusPrinter printer;

  /** Wires the command. */
  public StatusCommand(Supplier<ShowStatus> showStatus, StatusPrinter printer) {
    this.showStatus = showStatus;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    return printer.print(showStatus.get().show(new ShowStatus.Request()), output.format()).value();
  }
}
