package io.gatepass.adapters.cli.command;

import io.gatepass.adapters.cli.options.ConnectionOptions;
import io.gatepass.adapters.cli.output.SettingsPrinter;
import io.gatepass.application.usecase.settings.EditSettings;
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

  private final Supplier<EditSettings> editSettings;
  private final SettingsPrinter printer;

  /** Wires the command. */
  public ConfigSetCommand(Supplier<EditSettings> editSettings, SettingsPrinter printer) {
    this.editSettings = editSettings;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    EditSettings.Request request = new EditSettings.Request(connection.values());
    return printer.edited(request, editSettings.get().edit(request)).value();
  }
}
