package io.gatepass.adapters.cli.run;

import io.gatepass.adapters.cli.command.GatepassCommand;
import io.gatepass.adapters.cli.output.ExitCode;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.domain.failure.GatepassException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints every failure, what happened and what to do, and turns it into an exit code. */
final class FailurePrinter implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Terminal terminal;
  private final GatepassCommand root;

  FailurePrinter(Terminal terminal, GatepassCommand root) {
    this.terminal = terminal;
    this.root = root;
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    if (root.debug()) {
      failure.printStackTrace(terminal.err());
      terminal.err().flush();
    }
    if (failure instanceof GatepassException known) {
      terminal.say(known.what());
      terminal.say(known.remedy());
      return ExitCode.of(known).value();
    }
    // A bug: the type says more than nothing; the message may hold anything, so it is not shown.
    terminal.say("Unexpected failure: " + failure.getClass().getName() + ".");
    terminal.say("Run it again with --debug and report what it prints.");
    return ExitCode.FAILED.value();
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    terminal.say(String.valueOf(failure.getMessage()));
    if (failure instanceof UnmatchedArgumentException unknown) {
      suggest(unknown.getSuggestions());
    }
    terminal.say("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.value();
  }

  private void suggest(List<String> meant) {
    if (!meant.isEmpty()) {
      terminal.say("Did you mean: " + String.join(" or ", meant) + "?");
    }
  }
}
