package io.gatepass.adapters.cli.command;

import io.gatepass.adapters.cli.options.BrowserOption;
import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.TokenPrinter;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.usecase.handout.HandOutToken;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.application.usecase.token.ObtainToken.Caller;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.settings.Connection;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gatepass token}: the token helper that tools run. */
@Command(
    name = "token",
    description = "Print one valid access token; sign in only where there is no other way.")
public final class TokenCommand implements Callable<Integer> {
  @Mixin private final BrowserOption browser = new BrowserOption();
  @Mixin private final OutputOption output = new OutputOption();

  @Option(
      names = "--no-login",
      description = "Never sign in: exit 4 where a sign-in would be needed.")
  private boolean noLogin;

  private final Supplier<Connection> connection;
  private final Supplier<HandOutToken> handOutToken;
  private final Terminal terminal;
  private final TokenPrinter printer;

  /** Wires the command. */
  public TokenCommand(
      Supplier<Connection> connection,
      Supplier<HandOutToken> handOutToken,
      Terminal terminal,
      TokenPrinter printer) {
    this.connection = connection;
    this.handOutToken = handOutToken;
    this.terminal = terminal;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    ObtainToken.Request request =
        new ObtainToken.Request(
            connection.get(),
            noLogin ? LoginPolicy.DEFERRED : LoginPolicy.EAGER,
            browser.channel(),
            terminal.interactive() ? Caller.PERSON : Caller.TOOL);
    return printer.print(handOutToken.get().handOut(hosted(request)), output.format()).value();
  }

  /** Tools kill a slow helper. Whoever is to read an address here waits here. */
  private ObtainToken.Request hosted(ObtainToken.Request request) {
    return request.channel() == LoginChannel.BROWSER ? request.detached() : request;
  }
}
