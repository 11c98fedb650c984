package io.gatepass.adapters.cli.command.login;

import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.login.LoginPrinter;
import io.gatepass.application.usecase.token.ForgetCredentials;
import io.gatepass.domain.settings.Connection;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gatepass logout}. */
@Command(
    name = "logout",
    description = "Revoke the sign-in at the issuer, forget it here, and end one under way.")
public final class LogoutCommand implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  private final Supplier<Connection> connection;
  private final Supplier<ForgetCredentials> forgetCredentials;
  private final LoginPrinter printer;

  /** Wires the command. */
  public LogoutCommand(
      Supplier<Connection> connection,
      Supplier<ForgetCredentials> forgetCredentials,
      LoginPrinter printer) {
    this.connection = connection;
    this.forgetCredentials = forgetCredentials;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    ForgetCredentials.Request request =
        new ForgetCredentials.Request(Optional.of(connection.get()));
    return printer.signedOut(forgetCredentials.get().forget(request), output.format()).value();
  }
}
