package io.gatepass.adapters.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself; it does its work in subcommands. */
@Command(
    name = "gatepass",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = "Puts AI coding tools behind an OIDC-protected LLM gateway.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExit codes:%n",
    footer = {
      "    0  done",
      "    1  failed; the message says what",
      "    2  the command line was wrong",
      "    3  not configured",
      "    4  a login is needed, was refused or timed out",
      "    5  the issuer or the gateway cannot be reached; retry later",
      "    6  some tools could not be configured; the others were",
      "  130  interrupted"
    })
public final class GatepassCommand {
  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure.")
  private boolean debug;

  /** Whether a failure is shown with its stack trace. */
  public boolean debug() {
    return debug;
  }
}
