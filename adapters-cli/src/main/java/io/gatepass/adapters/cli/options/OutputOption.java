package io.gatepass.adapters.cli.options;

import io.gatepass.adapters.cli.output.OutputFormat;
import picocli.CommandLine.Option;

/** How a command prints its result. */
public final class OutputOption {
  @Option(
      names = {"--output", "--format"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How to print the result: text or json.")
  private OutputFormat format = OutputFormat.TEXT;

  /** The chosen format. */
  public OutputFormat format() {
    return format;
  }
}
