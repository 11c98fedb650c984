package io.gatepass.adapters.cli.run;

import io.gatepass.adapters.cli.command.ConfigCommand;
import io.gatepass.adapters.cli.command.GatepassCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyCommand;
import io.gatepass.adapters.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/**
 * The whole command line: it parses, runs one command, and answers its exit code. Where the first
 * word names a command, only that one is built: reading the options of all the others takes longer
 * than most commands do.
 */
public final class GatepassCli {
  private final Terminal terminal;
  private final IVersionProvider version;
  private final List<Group> groups;

  /** A command and its subcommands, if it has any. */
  private record Group(Object command, List<Object> subcommands) {
    static Group alone(Object command) {
      return new Group(command, List.of());
    }

    boolean isNamed(String name) {
      return command.getClass().getAnnotation(Command.class).name().equals(name);
    }

    CommandLine build() {
      CommandLine built = new CommandLine(command);
      subcommands.forEach(built::addSubcommand);
      return built;
    }
  }

  /**
   * A command line.
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
    this.terminal = terminal;
    this.version = version;
    List<Group> all = new ArrayList<>();
    all.add(new Group(new ConfigCommand(), configCommands));
    commands.forEach(it -> all.add(Group.alone(it)));
    all.add(new Group(new ProxyCommand(), proxyCommands));
    this.groups = List.copyOf(all);
  }

  /** Runs a command line and answers what the process should exit with. */
  public int run(String... args) {
    return build(args.length == 0 ? groups : named(args[0])).execute(args);
  }

  /** The model behind the command line, for the reference and for completion scripts. */
  public CommandLine commandLine() {
    return build(groups);
  }

  private List<Group> named(String name) {
    return groups.stream().filter(it -> it.isNamed(name)).findFirst().map(List::of).orElse(groups);
  }

  private CommandLine build(List<Group> wanted) {
    GatepassCommand root = new GatepassCommand();
    CommandLine commandLine = new CommandLine(root);
    wanted.forEach(it -> commandLine.addSubcommand(it.build()));
    FailurePrinter failures = new FailurePrinter(terminal, root);
    commandLine
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(failures)
        .setParameterExceptionHandler(failures);
    tellVersion(commandLine);
    return commandLine;
  }

  /** The option is inherited by every command; the answer is not. */
  private void tellVersion(CommandLine commandLine) {
    commandLine.getCommandSpec().versionProvider(version);
    commandLine.getSubcommands().values().forEach(this::tellVersion);
  }
}
