package io.gatepass.adapters.cli.command;

import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.TeardownPrinter;
import io.gatepass.application.usecase.undo.TearDown;
import io.gatepass.domain.tool.ToolId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gatepass teardown}. */
@Command(name = "teardown", description = "Undo setup, for one tool or all.")
public final class TeardownCommand implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  @Parameters(arity = "0..1", paramLabel = "TOOL", description = "The tool to undo; all if absent.")
  private List<String> tool = List.of();

  @Option(names = "--client", paramLabel = "TOOL", description = "The same; repeatable.")
  private List<String> tools = List.of();

  @Option(names = "--purge-tokens", description = "Revoke and forget the credentials, too.")
  private boolean purgeTokens;

  private final Supplier<TearDown> tearDown;
  private final TeardownPrinter printer;

  /** Wires the command. */
  public TeardownCommand(Supplier<TearDown> tearDown, TeardownPrinter printer) {
    this.tearDown = tearDown;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    List<ToolId> only = Stream.concat(tool.stream(), tools.stream()).map(ToolId::new).toList();
    TearDown.Outcome outcome = tearDown.get().tearDown(new TearDown.Request(only, purgeTokens));
    return printer.tornDown(outcome, output.format()).value();
  }
}
