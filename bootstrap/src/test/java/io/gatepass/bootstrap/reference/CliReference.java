package io.gatepass.bootstrap.reference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command line's reference in Markdown, made of picocli's model of the commands. */
final class CliReference {
  private final StringBuilder text = new StringBuilder();

  private CliReference() {}

  static String of(CommandLine root) {
    CliReference reference = new CliReference();
    reference.line("# Command line reference");
    reference.line("");
    reference.line("Made of the commands themselves by `mvn -pl bootstrap -am test");
    reference.line("-Dgatepass.reference=write`; the build fails where the two differ.");
    reference.command(root);
    return reference.text.toString();
  }

  private void command(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    line("");
    line("## " + spec.qualifiedName());
    line("");
    line(String.join(" ", spec.usageMessage().description()));
    line("");
    line("```");
    line(synopsis(command));
    line("```");
    table(rows(spec));
    exitCodes(spec);
    command.getSubcommands().values().stream().distinct().forEach(this::command);
  }

  private static String synopsis(CommandLine command) {
    Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF));
    String heading = command.getCommandSpec().qualifiedName();
    return help.synopsis(heading.length() + 1).strip();
  }

  private static List<String> rows(CommandSpec spec) {
    List<String> parameters =
        spec.positionalParameters().stream().map(CliReference::row).collect(Collectors.toList());
    spec.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .map(CliReference::row)
        .forEach(parameters::add);
    return parameters;
  }

  private static String row(PositionalParamSpec parameter) {
    return row(parameter.paramLabel(), parameter.description());
  }

  private static String row(OptionSpec option) {
    String names =
        Arrays.stream(option.names()).map(CliReference::code).collect(Collectors.joining(", "));
    String no = option.negatable() ? ", " + code("--no-" + option.longestName().substring(2)) : "";
    String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
    return row(names + no + value, option.description());
  }

  private static String row(String what, String[] description) {
    return "| " + what + " | " + String.join(" ", description).replace("|", "\\|") + " |";
  }

  private static String code(String name) {
    return "`" + name + "`";
  }

  private void table(List<String> rows) {
    line("");
    line("| option | meaning |");
    line("|---|---|");
    rows.forEach(this::line);
  }

  /** Every command's help ends with the exit codes; here once is enough. */
  private void exitCodes(CommandSpec spec) {
    if (spec.parent() == null) {
      line("");
      line("Exit codes of every command:");
      line("");
      line("```");
      Arrays.stream(spec.usageMessage().footer()).forEach(this::line);
      line("```");
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
