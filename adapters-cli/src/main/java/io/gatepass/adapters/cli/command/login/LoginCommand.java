package io.gatepass.adapters.cli.command.login;

import io.gatepass.adapters.cli.options.BrowserOption;
import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.ExitCode;
import io.gatepass.adapters.cli.output.login.LoginPrinter;
import io.gatepass.application.usecase.login.SignInNow;
import io.gatepass.application.usecase.token.DetachedSignIn;
import io.gatepass.domain.settings.Connection;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatepass login}. */
@Command(name = "login", description = "Sign in now, where that is needed.")
public final class LoginCommand implements Callable<Integer> {
  @Mixin private final BrowserOption browser = new BrowserOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Option(names = "--force", description = "Sign in anew, also where you are signed in.")
  private boolean force;

  @Option(names = "--detached", hidden = true)
  private boolean detached;

  private final Supplier<Connection> connection;
  private final Supplier<SignInNow> signInNow;
  private final Supplier<DetachedSignIn> detachedSignIn;
  private final LoginPrinter printer;

  /** Wires the command. */
  public LoginCommand(
      Supplier<Connection> connection,
      Supplier<SignInNow> signInNow,
      Supplier<DetachedSignIn> detachedSignIn,
      LoginPrinter printer) {
    this.connection = connection;
    this.signInNow = signInNow;
    this.detachedSignIn = detachedSignIn;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    if (detached) {
      detachedSignIn.get().signIn(new DetachedSignIn.Request(connection.get()));
      return ExitCode.DONE.value();
    }
    SignInNow.Request request = new SignInNow.Request(connection.get(), browser.channel(), force);
    return printer.signedIn(signInNow.get().signIn(request), output.format()).value();
  }
}
