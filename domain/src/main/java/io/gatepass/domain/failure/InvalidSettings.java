package io.gatepass.domain.failure;

/** A setting, an option or a settings file breaks a rule. Nothing was written. */
public final class InvalidSettings extends GatepassException {
  private static final long serialVersionUID = 1L;

  /** What is wrong and what to do; {@code kind} tells a wrong option from a wrong file. */
  public InvalidSettings(Kind kind, String what, String remedy) {
    super(kind, what, remedy, null);
  }

  /** A setting whose value breaks a rule. */
  public static InvalidSettings of(String setting, String value, String rule) {
    return new InvalidSettings(
        Kind.FAILED,
        "The " + setting + " \"" + value + "\" is not allowed: " + rule + ".",
        "Correct the " + setting + " and run the command again.");
  }

  /** As {@link #of}, for a value that may hold a credential and is therefore not repeated. */
  public static InvalidSettings withoutValue(String setting, String rule) {
    return new InvalidSettings(
        Kind.FAILED,
        "The " + setting + " is not allowed: " + rule + ".",
        "Correct the " + setting + " and run the command again.");
  }

  /** The same failure with the place of the value in front, and the kind that place implies. */
  public InvalidSettings at(String place, Kind kind) {
    return new InvalidSettings(kind, place + ": " + what(), remedy());
  }
}
