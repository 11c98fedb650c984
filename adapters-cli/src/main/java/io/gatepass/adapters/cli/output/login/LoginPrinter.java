package io.gatepass.adapters.cli.output.login;

import io.gatepass.adapters.cli.output.ExitCode;
import io.gatepass.adapters.cli.output.OutputFormat;
import io.gatepass.adapters.cli.output.part.Json;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.usecase.login.SignInNow;
import io.gatepass.application.usecase.token.ForgetCredentials;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints that somebody has signed in or out. */
public final class LoginPrinter {
  private final Terminal terminal;

  /** Prints on that terminal. */
  public LoginPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * In JSON: {@code signed_in}, {@code user} where it is known, {@code expires_at}, {@code new}.
   */
  public ExitCode signedIn(SignInNow.Outcome outcome, OutputFormat format) {
    if (format == OutputFormat.JSON) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("signed_in", true);
      outcome.user().ifPresent(user -> object.put("user", user));
      object.put("expires_at", outcome.expiresAt().toString());
      object.put("new", outcome.isNew());
      terminal.result(Json.text(object));
    } else {
      String who = outcome.user().map(user -> " as " + user).orElse("");
      String again = outcome.isNew() ? "" : " already; --force signs in anew";
      terminal.result("You are signed in" + who + again + ".");
    }
    return ExitCode.DONE;
  }

  /** In JSON: {@code credentials}, {@code revoked} or {@code forgotten}. */
  public ExitCode signedOut(ForgetCredentials.Outcome outcome, OutputFormat format) {
    boolean revoked = outcome == ForgetCredentials.Outcome.REVOKED;
    if (format == OutputFormat.JSON) {
      terminal.result(Json.text(Map.of("credentials", revoked ? "revoked" : "forgotten")));
    } else {
      terminal.result(
          revoked ? "The sign-in is revoked and forgotten." : "The sign-in is forgotten.");
    }
    return ExitCode.DONE;
  }
}
