package io.gatepass.adapters.cli.command.proxy;

import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.proxy.RotationPrinter;
import io.gatepass.application.usecase.proxy.RotateLocalKey;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatepass proxy rotate-key}. */
@Command(
    name = "rotate-key",
    description = "Replace the local key, in the proxy and in every tool that holds it.")
public final class ProxyRotateKeyCommand implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  private final Supplier<RotateLocalKey> rotateLocalKey;
  private final RotationPrinter printer;

  /** Wires the command. */
  public ProxyRotateKeyCommand(Supplier<RotateLocalKey> rotateLocalKey, RotationPrinter printer) {
    this.rotateLocalKey = rotateLocalKey;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    RotateLocalKey.Outcome outcome = rotateLocalKey.get().rotate(new RotateLocalKey.Request());
    return printer.print(outcome, output.format()).value();
  }
}
