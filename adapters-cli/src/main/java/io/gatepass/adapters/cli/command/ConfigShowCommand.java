package io.gatepass.adapters.cli.command;

import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.SettingsPrinter;
import io.gatepass.application.usecase.settings.ShowSettings;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatepass config show}. */
@Command(
    name = "show",
    description = "Show the settings in force, where each came from, and the configured tools.")
public final class ConfigShowCommand implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  private final Supplier<ShowSettings> showSettings;
  private final SettingsPrinter printer;

  /** Wires the command. */
  public ConfigShowCommand(Supplier<ShowSettings> showSettings, SettingsPrinter printer) {
    this.showSettings = showSettings;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    ShowSettings.Request request = new ShowSettings.Request(Map.of());
    return printer.shown(showSettings.get().show(request), output.format()).value();
  }
}
