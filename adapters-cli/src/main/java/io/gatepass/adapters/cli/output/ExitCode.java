package io.gatepass.adapters.cli.output;

import io.gatepass.domain.failure.GatepassException;

/** The program's exit codes; product.md, "Exit codes". */
public enum ExitCode {
  /** All is done. */
  DONE(0),
  /** It failed; the message says what. */
  FAILED(1),
  /** The command line was wrong. */
  USAGE(2),
  /** A mandatory setting is missing. */
  NOT_CONFIGURED(3),
  /** A login is needed, was refused or timed out. */
  LOGIN_NEEDED(4),
  /** The issuer or the gateway cannot be reached. */
  UNREACHABLE(5),
  /** Some tools could not be configured; the others were. */
  PARTLY(6);

  private final int value;

  ExitCode(int value) {
    this.value = value;
  }

  /** What the process exits with. */
  public int value() {
    return value;
  }

  /** The exit code of a failure. */
  public static ExitCode of(GatepassException failure) {
    return switch (failure.kind()) {
      case FAILED -> FAILED;
      case USAGE -> USAGE;
      case NOT_CONFIGURED -> NOT_CONFIGURED;
      case LOGIN_NEEDED -> LOGIN_NEEDED;
      case UNREACHABLE -> UNREACHABLE;
    };
  }
}
