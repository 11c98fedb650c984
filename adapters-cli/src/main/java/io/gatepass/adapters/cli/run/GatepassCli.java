package io.gatepass.adapters.cli.run;

import io.gatepass.adapters.cli.command.ConfigCommand;
import io.gatepass.adapters.cli.command.GatepassCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyCommand;
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
   * @param proxyCommands the subcommands of {@code proxy}
   * @param commands the other commands, in the order in which help lists them
   */
  public GatepassCli(
      Terminal terminal,
      IVersionProvider version,
      List<Object> configCommands,
      List<Object> proxyCommands,
      List<Object> commands) {
    GatepassCommand root = new GatepassCommand();
    commandLine = new CommandLine(root);
    commandLine.addSubcommand(group(new ConfigCommand(), configCommands));
    commands.forEach(commandLine::addSubcommand);
    commandLine.addSubcommand(group(new ProxyCommand(), proxyCommands));
    FailurePrinter failures = new FailurePrinter(terminal, root);
    commandLine
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
    commandLine.getCommandSpec().versionProvider(version);
  }

  private static CommandLine group(Object command, List<Object> subcommands) {
    CommandLine group = new CommandLine(command);
    subcommands.forEach(group::addSubcommand);
    return group;
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
