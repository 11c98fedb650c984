package io.gatepass.bootstrap.demo;

import io.gatepass.adapters.cli.output.ExitCode;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.bootstrap.demo.DemoCommands.Ran;
import io.gatepass.bootstrap.demo.gateway.EmbeddedGateway;
import io.gatepass.bootstrap.demo.issuer.EmbeddedIssuer;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The story, step by step, in plain lines. */
final class DemoStory {
  /** So much of a token tells it from another and is of no use to anybody. */
  private static final int SHOWN = 8;

  private final Terminal terminal;
  private final DemoSandbox sandbox;
  private final EmbeddedIssuer issuer;
  private final EmbeddedGateway gateway;
  private final DemoCommands commands;

  DemoStory(
      Terminal terminal,
      DemoSandbox sandbox,
      EmbeddedIssuer issuer,
      EmbeddedGateway gateway,
      DemoCommands commands) {
    this.terminal = terminal;
    this.sandbox = sandbox;
    this.issuer = issuer;
    this.gateway = gateway;
    this.commands = commands;
  }

  /** Tells it all; exit code 1 if anything was not as it is told. */
  ExitCode tell(InstantSource clock) throws IOException {
    Instant begin = clock.instant();
    introduce();
    String before = sandbox.fingerprint();
    boolean good = setUp() && signIn(before);
    Duration took = Duration.between(begin, clock.instant());
    heading(good ? "Done in %.1f seconds.".formatted(took.toMillis() / 1000.0) : "It failed.");
    return good ? ExitCode.DONE : ExitCode.FAILED;
  }

  private void introduce() {
    terminal.result("A home of its own, an issuer and a gateway; nothing else is touched.");
    line("home     " + sandbox.home());
    line("issuer   " + issuer.url());
    line("gateway  " + gateway.url() + ", which takes only tokens of this issuer");
  }

  private boolean setUp() {
    heading("An administrator sets it up where nobody is looking.");
    String before = sandbox.settingsText();
    Ran setup =
        command(
            "setup",
            "--lazy",
            "--gateway-url",
            gateway.url(),
            "--issuer",
            issuer.url(),
            "--client-id",
            Demo.CLIENT_ID);
    line(setup.result().stripTrailing());
    heading("What changed in ~/.claude/settings.json:");
    LineDiff.of(before, sandbox.settingsText()).forEach(this::line);
    line("Requests to the issuer so far: " + issuer.log().total());
    return setup.exitCode() == 0 && issuer.log().total() == 0;
  }

  private boolean signIn(String before) throws IOException {
    heading("The tool asks for its first token, and the user signs in.");
    Ran ran = command("token");
    if (ran.exitCode() != 0) {
      return false;
    }
    String first = ran.result().strip();
    line(shortened(first));
    int requests = issuer.log().total();
    heading("It asks again, and nobody is bothered.");
    String second = command("token").result().strip();
    line(shortened(second) + ", requests to the issuer: " + (issuer.log().total() - requests));
    heading("The tool calls the gateway with it.");
    GatewayCall call = GatewayCall.to(gateway.url(), first);
    line("POST " + gateway.url() + "/anthropic/v1/messages");
    line(call.status() + " " + call.text());
    return first.equals(second) && call.status() == 200 && tearDown(before, first);
  }

  private boolean tearDown(String before, String token) throws IOException {
    heading("All is undone.");
    Ran teardown = command("teardown", "--purge-tokens");
    line(teardown.result().stripTrailing());
    String after = sandbox.fingerprint();
    int refused = GatewayCall.to(gateway.url(), token).status();
    line("SHA-256 of ~/.claude before  " + before);
    line("SHA-256 of ~/.claude after   " + after);
    line(before.equals(after) ? "Every byte is back." : "Something is different.");
    line("The gateway's answer to the old token: " + refused);
    return teardown.exitCode() == 0 && before.equals(after) && refused == 401;
  }

  /** For {@code --keep}: how to try real tools against the two servers. */
  void sayHowToGoOn() {
    sandbox.removeSettings();
    heading("Issuer and gateway stay until Ctrl-C. In another terminal:");
    export("GATEPASS_HOME", sandbox.home());
    export("CLAUDE_CONFIG_DIR", sandbox.claude());
    export("GATEPASS_GATEWAY_URL", gateway.url());
    export("GATEPASS_ISSUER", issuer.url());
    export("GATEPASS_CLIENT_ID", Demo.CLIENT_ID);
    export("GATEPASS_SECRETS_PROVIDER", "encrypted-file");
    export("GATEPASS_PASSPHRASE", "demo");
    List.of("gatepass setup --lazy", "gatepass token", "claude -p hello").forEach(this::line);
  }

  /** A line for the shell that is usual here. */
  private void export(String variable, Object value) {
    boolean powerShell = sandbox.platform().os() == Os.WINDOWS;
    line((powerShell ? "$env:%s = '%s'" : "export %s='%s'").formatted(variable, value));
  }

  private Ran command(String... arguments) {
    line("$ gatepass " + String.join(" ", arguments));
    return commands.run(arguments);
  }

  private static String shortened(String token) {
    int shown = Math.min(SHOWN, token.length());
    return token.substring(0, shown) + "… (" + token.length() + " characters)";
  }

  private void heading(String text) {
    terminal.result("");
    terminal.result(text);
  }

  private void line(String text) {
    text.lines().forEach(each -> terminal.result("   " + each));
  }
}
