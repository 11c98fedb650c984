package io.gatepass.domain.settings;

/** Where a value came from, from the strongest to the weakest. */
public enum Origin {
  /** A machine policy key that is locked: it beats everything. */
  POLICY_LOCKED("machine policy (locked)"),
  /** The command line. */
  OPTION("command line"),
  /** An environment variable. */
  ENVIRONMENT("environment"),
  /** The user's settings file. */
  USER_SETTINGS("settings file"),
  /** The machine policy's default. */
  POLICY_DEFAULT("machine policy"),
  /** The program. */
  BUILT_IN("default");

  private final String words;

  Origin(String words) {
    this.words = words;
  }

  /** As a person reads it. */
  public String words() {
    return words;
  }
}
