package io.gatepass.domain.tool;

/** How a tool gets its key. */
public enum ToolMode {
  /** It runs a shell command. */
  DIRECT("direct"),
  /** It runs a program with arguments, without a shell. */
  COMMAND_AUTH("command"),
  /** It runs a generated program without arguments. */
  CREDENTIAL_HELPER("helper"),
  /** It holds the loopback proxy's static local key. */
  PROXY("proxy");

  private final String words;

  ToolMode(String words) {
    this.words = words;
  }

  /** One word, as setup prints it. */
  public String words() {
    return words;
  }
}
