package io.gatepass.adapters.cli.output;

import io.gatepass.adapters.cli.output.part.Json;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.domain.oauth.AccessToken;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints an access token: here it leaves the program. */
public final class TokenPrinter {
  private final Terminal terminal;

  /** Prints on that terminal. */
  public TokenPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Prints the token and a newline, nothing else; in JSON an object with {@code access_token},
   * {@code token_type} and {@code expires_at} (ISO 8601, UTC).
   */
  public ExitCode print(ObtainToken.Outcome outcome, OutputFormat format) {
    AccessToken token = outcome.token();
    terminal.result(
        format == OutputFormat.JSON ? Json.text(object(token)) : token.value().reveal());
    return ExitCode.DONE;
  }

  private static Map<String, Object> object(AccessToken token) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("access_token", token.value().reveal());
    object.put("token_type", "Bearer");
    object.put("expires_at", token.expiresAt().toString());
    return object;
  }
}
