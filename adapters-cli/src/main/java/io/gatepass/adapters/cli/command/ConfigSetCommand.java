package io.gatepass.adapters.cli.command;

import io.gatepass.adapters.cli.options.ConnectionOptions;
import io.gatepass.adapters.cli.output.SettingsPrinter;
import io.gatepass.application.usecase.service.ChangeSettings;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatepass config set}. */
@Command(
    name = "set",
    description = "Merge the given settings into the settings file; what is not given stays.")
public final class ConfigSetCommand implements Callable<Integer> {
  @Mixin private final ConnectionOptions connection = new ConnectionOptions();

  private final Supplier<ChangeSettings> changeSettings;
  private final SettingsPrinter printer;

  /** Wires the command. */
  public ConfigSetCommand(Supplier<ChangeSettings> changeSettings, SettingsPrinter printer) {
    this.changeSettings = changeSettings;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    ChangeSettings.Request request = new ChangeSettings.Request(connection.values());
    return printer.edited(request, changeSettings.get().change(request)).value();
  }
}
