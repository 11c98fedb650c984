package io.gatepass.adapters.cli.manual;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of a command: roff with the man macros (groff_man(7)), section 1. docs/adr/0032
 *
 * @param name the page's name, as in {@code gatepass-config-set}
 * @param text what the file holds
 */
record ManualPage(String name, String text) {
  /** The pages of a command and of all below it. */
  static List<ManualPage> of(CommandLine root) {
    return withSubcommands(root).map(ManualPage::page).toList();
  }

  private static Stream<CommandLine> withSubcommands(CommandLine command) {
    return Stream.concat(
        Stream.of(command), subcommands(command).flatMap(ManualPage::withSubcommands));
  }

  private static Stream<CommandLine> subcommands(CommandLine command) {
    return command.getSubcommands().values().stream()
        .distinct()
        .filter(it -> !it.getCommandSpec().usageMessage().hidden());
  }

  private static ManualPage page(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    Roff roff = new Roff();
    roff.request("TH", name(spec).toUpperCase(Locale.ROOT), "1", "", "gatepass", "gatepass");
    roff.request("SH", "NAME");
    roff.line(name(spec) + " - " + description(spec));
    roff.request("SH", "SYNOPSIS");
    roff.line(synopsis(command));
    roff.request("SH", "DESCRIPTION");
    roff.line(description(spec));
    parameters(roff, spec);
    commands(roff, command);
    exitStatus(roff, spec);
    seeAlso(roff, command);
    return new ManualPage(name(spec), roff.text());
  }

  private static String name(CommandSpec spec) {
    return spec.qualifiedName("-");
  }

  private static String description(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  /** As help shows it, but broken into lines by whoever shows the page. */
  private static String synopsis(CommandLine command) {
    Help help = new Help(command.getCommandSpec(), Help.defaultColorScheme(Help.Ansi.OFF));
    return help.synopsis(0).strip().replaceAll("\\s+", " ").replace("[no-] ", "[no-]");
  }

  private static void parameters(Roff roff, CommandSpec spec) {
    roff.request("SH", "OPTIONS");
    for (PositionalParamSpec parameter : spec.positionalParameters()) {
      roff.tagged(parameter.paramLabel(), String.join(" ", parameter.description()));
    }
    spec.options().stream()
        .filter(option -> !option.hidden())
        .sorted(Comparator.comparing(OptionSpec::longestName))
        .forEach(option -> roff.tagged(names(option), String.join(" ", option.description())));
  }

  private static String names(OptionSpec option) {
    String names = Arrays.stream(option.names()).collect(Collectors.joining(", "));
    String no = option.negatable() ? ", --no-" + option.longestName().substring(2) : "";
    String value = option.arity().max() > 0 ? " " + option.paramLabel() : "";
    return names + no + value;
  }

  private static void commands(Roff roff, CommandLine command) {
    if (subcommands(command).findAny().isPresent()) {
      roff.request("SH", "COMMANDS");
      subcommands(command)
          .forEach(it -> roff.tagged(it.getCommandName(), description(it.getCommandSpec())));
    }
  }

  private static void exitStatus(Roff roff, CommandSpec spec) {
    roff.request("SH", "EXIT STATUS");
    roff.request("nf");
    Arrays.stream(spec.root().usageMessage().footer()).forEach(roff::line);
    roff.request("fi");
  }

  private static void seeAlso(Roff roff, CommandLine command) {
    Stream<CommandSpec> others =
        Stream.concat(
            Stream.ofNullable(command.getCommandSpec().parent()),
            subcommands(command).map(CommandLine::getCommandSpec));
    String names = others.map(it -> name(it) + "(1)").collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      roff.request("SH", "SEE ALSO");
      roff.line(names);
    }
  }
}
