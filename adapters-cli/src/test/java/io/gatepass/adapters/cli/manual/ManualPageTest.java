package io.gatepass.adapters.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class ManualPageTest {
  @Command(
      name = "tool",
      mixinStandardHelpOptions = true,
      description = ".profile is \\read, \"as is\".",
      footer = "  0  done")
  static final class Tool {
    @Option(names = "--skip-it", negatable = true, description = "Skip it.")
    boolean skip;

    @Option(names = "--hidden", hidden = true)
    boolean hidden;
  }

  @Command(name = "run", description = "Runs.")
  static final class Run {
    @Parameters(paramLabel = "WHAT", description = "What to run.")
    String what = "";

    @Option(
        names = {"-p", "--port"},
        paramLabel = "N",
        description = "Which port.")
    int port;
  }

  private final CommandLine root =
      new CommandLine(new Tool()).addSubcommand(new CommandLine(new Run()));

  @Test
  void everyCommandHasAPage() {
    assertThat(ManualPage.of(root))
        .extracting(ManualPage::name)
        .containsExactly("tool", "tool-run");
  }

  @Test
  void whatIsSaidIsNoRequestAndKeepsItsBackslashesAndHyphens() {
    String page = page(0);

    assertThat(page).contains("\n\\&tool \\- .profile is \\eread, \"as is\".\n");
    assertThat(page).contains("\\fB\\-\\-skip\\-it, \\-\\-no\\-skip\\-it\\fR\n\\&Skip it.\n");
    assertThat(page).doesNotContain("hidden");
  }

  @Test
  void theExitCodesOfTheProgramAreInThePageOfEveryCommand() {
    assertThat(page(0)).contains(".SH \"EXIT STATUS\"\n.nf\n\\&  0  done\n.fi\n");
    assertThat(page(1)).contains(".SH \"EXIT STATUS\"\n.nf\n\\&  0  done\n.fi\n");
  }

  @Test
  void aSubcommandsPageNamesItsParametersAndTheCommandAboveIt() {
    assertThat(page(1))
        .contains("\\fBWHAT\\fR\n\\&What to run.\n")
        .contains("\\fB\\-p, \\-\\-port N\\fR\n\\&Which port.\n")
        .endsWith(".SH \"SEE ALSO\"\n\\&tool(1)\n");
  }

  private String page(int index) {
    List<ManualPage> pages = ManualPage.of(root);
    return pages.get(index).text();
  }
}
