package io.gatepass.adapters.cli.command;

import io.gatepass.adapters.cli.options.OutputOption;
import io.gatepass.adapters.cli.output.ToolsPrinter;
import io.gatepass.application.usecase.tool.ListTools;
import io.gatepass.domain.tool.ToolId;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code gatepass tools} and {@code gatepass tools show}. */
@Command(
    name = "tools",
    description = "List the tools that gatepass knows, and what is configured.")
public final class ToolsCommand implements Callable<Integer> {
  @Mixin private final OutputOption output = new OutputOption();

  private final Supplier<ListTools> listTools;
  private final ToolsPrinter printer;

  /** Wires the command. */
  public ToolsCommand(Supplier<ListTools> listTools, ToolsPrinter printer) {
    this.listTools = listTools;
    this.printer = printer;
  }

  @Override
  public Integer call() {
    return printer.listed(list(Optional.empty()), output.format()).value();
  }

  /** {@code gatepass tools show}. */
  @Command(
      name = "show",
      description = "Show one tool: its files, and what has been changed in them since setup.")
  Integer show(
      @Parameters(paramLabel = "TOOL", description = "The tool to show.") String tool,
      @Mixin OutputOption format) {
    return printer
        .shown(list(Optional.of(new ToolId(tool))).tools().getFirst(), format.format())
        .value();
  }

  private ListTools.Outcome list(Optional<ToolId> only) {
    return listTools.get().list(new ListTools.Request(only));
  }
}
