package io.gatepass.domain.failure;

import org.jspecify.annotations.Nullable;

/**
 * Something that gatepass could not do: what happened (the message), what to do about it (the
 * remedy) and the kind, which the command line turns into an exit code. Neither text ever holds a
 * secret.
 */
public abstract sealed class GatepassException extends RuntimeException
    permits InvalidSettings,
        IssuerUnreachable,
        LoginFailed,
        LoginRequired,
        NotConfigured,
        ProxyPortTaken,
        ProxyServiceFailed,
        SecretStoreUnavailable,
        StorageFailed,
        ToolConfigUnreadable {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String what;
  private final String remedy;

  /** The classes of failure that a caller may want to tell apart; see product.md, exit codes. */
  public enum Kind {
    /** It failed; the message says what. */
    FAILED,
    /** The command line was wrong. */
    USAGE,
    /** A mandatory setting is missing. */
    NOT_CONFIGURED,
    /** A login is needed, was refused or timed out. */
    LOGIN_NEEDED,
    /** The issuer or the gateway cannot be reached; retry later. */
    UNREACHABLE
  }

  GatepassException(Kind kind, String what, String remedy, @Nullable Throwable cause) {
    super(what, cause);
    this.kind = kind;
    this.what = what;
    this.remedy = remedy;
  }

  /** What happened: a sentence, the same as the message. */
  public String what() {
    return what;
  }

  /** The kind of failure. */
  public Kind kind() {
    return kind;
  }

  /** What the user can do about it: a sentence. */
  public String remedy() {
    return remedy;
  }
}
