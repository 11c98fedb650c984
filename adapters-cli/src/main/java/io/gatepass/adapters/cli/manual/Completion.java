package io.gatepass.adapters.cli.manual;

import picocli.AutoComplete;
import picocli.CommandLine;

/** Scripts that let a shell complete the commands and their options. */
final class Completion {
  private Completion() {}

  /** For bash, and for zsh with its bashcompinit. */
  static String bash(CommandLine root) {
    return AutoComplete.bash(root.getCommandName(), root);
  }

  /**
   * For zsh's fpath: it takes over what bash's script does.
   *
   * @param bashScript where that is installed
   */
  static String zsh(CommandLine root, String bashScript) {
    String name = root.getCommandName();
    return """
    #compdef %1$s
    autoload -U +X bashcompinit && bashcompinit
    source %2$s
    _bash_complete -o default -F _complete_%1$s
    """
        .formatted(name, bashScript);
  }
}
