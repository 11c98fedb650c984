package io.gatepass.adapters.cli.manual;

import io.gatepass.adapters.cli.run.GatepassCli;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** What a package installs beside the program so that people find their way. */
public final class Manual {
  private static final String BASH = "bash-completion/completions/gatepass";

  private Manual() {}

  /**
   * The files' texts by their paths below a directory like {@code /usr/share}.
   *
   * @param share that directory, as it will be installed
   */
  public static Map<String, String> of(GatepassCli cli, String share) {
    CommandLine root = cli.commandLine();
    Map<String, String> files = new LinkedHashMap<>();
    ManualPage.of(root).forEach(page -> files.put("man/man1/" + page.name() + ".1", page.text()));
    files.put(BASH, Completion.bash(root));
    files.put("zsh/vendor-completions/_gatepass", Completion.zsh(root, share + "/" + BASH));
    return files;
  }
}
