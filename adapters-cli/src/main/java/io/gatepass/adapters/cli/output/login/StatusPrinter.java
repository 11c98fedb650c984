package io.gatepass.adapters.cli.output.login;

import io.gatepass.adapters.cli.output.ExitCode;
import io.gatepass.adapters.cli.output.OutputFormat;
import io.gatepass.adapters.cli.output.part.Json;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.application.port.LoginsUnderWay.Page;
import io.gatepass.application.port.LoginsUnderWay.Progress;
import io.gatepass.application.usecase.login.ShowStatus;
import io.gatepass.application.usecase.login.ShowStatus.Configured;
import io.gatepass.application.usecase.login.ShowStatus.SignIn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Prints the state of the sign-in. */
public final class StatusPrinter {
  private final Terminal terminal;

  /** Prints on that terminal. */
  public StatusPrinter(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Prints it; what the state is does not change the exit code. */
  public ExitCode print(ShowStatus.Outcome outcome, OutputFormat format) {
    if (format == OutputFormat.JSON) {
      terminal.result(Json.text(object(outcome)));
    } else {
      text(outcome);
    }
    return ExitCode.DONE;
  }

  private void text(ShowStatus.Outcome outcome) {
    if (outcome.configured().isEmpty()) {
      line("configured", "no: " + outcome.missing());
      return;
    }
    Configured it = outcome.configured().get();
    line("gateway", it.gateway());
    line("issuer", it.issuer());
    line("signed in", words(it));
    line("secret store", it.store());
    it.login().ifPresent(this::underWay);
  }

  private void underWay(Progress login) {
    line("sign-in", "under way since " + login.startedAt());
    login.page().map(Page::url).ifPresent(url -> line("sign in at", url));
  }

  private void line(String name, String value) {
    terminal.result("%-13s %s".formatted(name, value));
  }

  private static String words(Configured configured) {
    String who = configured.user().map(user -> " as " + user).orElse("");
    return switch (configured.signIn()) {
      case SignIn.Valid it -> "yes" + who + ", token valid until " + it.until();
      case SignIn.Refreshable _ -> "yes" + who + ", the token is renewed when it is needed";
      case SignIn.None _ -> "no";
      case SignIn.Unknown it -> "unknown: " + it.reason();
    };
  }

  private static Map<String, Object> object(ShowStatus.Outcome outcome) {
    Map<String, Object> object = new LinkedHashMap<>();
    Optional<Configured> configured = outcome.configured();
    object.put("configured", configured.isPresent());
    if (configured.isEmpty()) {
      object.put("reason", outcome.missing());
      return object;
    }
    Configured it = configured.get();
    object.put("gateway_url", it.gateway());
    object.put("issuer", it.issuer());
    signIn(object, it);
    object.put("secret_store", it.store());
    it.login().ifPresent(login -> object.put("login", object(login)));
    return object;
  }

  private static void signIn(Map<String, Object> object, Configured configured) {
    switch (configured.signIn()) {
      case SignIn.Valid it -> {
        object.put("signed_in", "yes");
        object.put("expires_at", it.until().toString());
      }
      case SignIn.Refreshable _ -> object.put("signed_in", "yes");
      case SignIn.None _ -> object.put("signed_in", "no");
      case SignIn.Unknown it -> {
        object.put("signed_in", "unknown");
        object.put("reason", it.reason());
      }
    }
    configured.user().ifPresent(user -> object.put("user", user));
  }

  private static Map<String, Object> object(Progress login) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("started_at", login.startedAt().toString());
    login
        .page()
        .ifPresent(page -> {
          object.put("url", page.url());
          object.put("shown", page.shown());
          object.put("last_shown_at", page.lastShownAt().toString());
        });
    return object;
  }
}
