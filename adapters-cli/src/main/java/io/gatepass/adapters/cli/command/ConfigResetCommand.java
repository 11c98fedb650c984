package io.gatepass.adapters.cli.command;

import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.TeardownPrinter;
import io.gatepass.application.usecase.undo.ResetSettings;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatepass config reset}. */
@Command(
    name = "reset",
    description = "Undo every tool, forget every credential, remove the settings.")
public final class ConfigResetCommand implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  private final Supplier<ResetSettings> resetSettings;
  private final TeardownPrinter printer;

  /** Wires the command. */
  public ConfigResetCommand(Supplier<ResetSettings> resetSettings, TeardownPrinter printer) {
    this.resetSettings = resetSettings;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    ResetSettings.Outcome outcome = resetSettings.get().reset(new ResetSettings.Request());
    return printer.reset(outcome, output.format()).value();
  }
}
