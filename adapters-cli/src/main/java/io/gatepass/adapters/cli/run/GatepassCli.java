package io.gatepass.adapters.cli.run;

import io.gatepass.adapters.cli.command.ConfigCommand;
import io.gatepass.adapters.cli.command.GatepassCommand;
import io.gatepass.adapters.cli.terminal.Terminal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;

/** The whole command line: it parses, runs one command, and answers its exit code. */
public final class GatepassCli {
  private final CommandLine commandLine;

  /**
   * Builds the command line.
   *
   * @param configCommands the subcommands of {@code config}
   * @param commands the other commands, in the order in which help lists them
   */
  public GatepassCli(
      Terminal terminal,
      IVersionProvider version,
      List<Object> configCommands,
      List<Object> commands) {
    GatepassCommand root = new GatepassCommand();
    CommandLine config = new CommandLine(new ConfigCommand());
    configCommands.forEach(config::addSubcommand);
    commandLine = new CommandLine(root);
    commandLine.addSubcommand(config);
    commands.forEach(commandLine::addSubcommand);
    FailurePrinter failures = new FailurePrinter(terminal, root);
    commandLine
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
    commandLine.getCommandSpec().versionProvider(version);
  }

  /** Runs a command line and answers what the process should exit with. */
  public int run(String... args) {
    return commandLine.execute(args);
  }

  /** The model behind the command line, for the reference and for completion scripts. */
  public CommandLine commandLine() {
    return commandLine;
  }
}
