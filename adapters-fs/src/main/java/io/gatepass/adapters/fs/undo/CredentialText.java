package io.gatepass.adapters.fs.undo;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What in a configuration file is a credential: by the key it stands under, or by its looks. Better
 * one text too many than one too few: what is taken for a credential is only kept in a safer place
 * and not shown.
 */
public final class CredentialText {
  private static final String REDACTED = "[redacted]";

  private static final Pattern KEY =
      Pattern.compile("KEY|TOKEN(?!S)|SECRET|PASSWORD|PASSPHRASE|CREDENTIAL|AUTHORIZATION|COOKIE");

  /** Commands, durations and kinds that are about a credential and hold none. */
  private static final Pattern NO_KEY = Pattern.compile("HELPER|_TTL|_MS$|KIND$");

  private static final Pattern VALUE =
      Pattern.compile(
          String.join(
              "|",
              "\\bsk-[A-Za-z0-9_-]{8,}",
              "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9._-]+",
              "\\b(?:gh[opsu]|github_pat|glpat|xox[abps])[_-][A-Za-z0-9_-]{8,}",
              "\\bAIza[A-Za-z0-9_-]{20,}",
              "\\bAKIA[A-Z0-9]{12,}",
              "(?i:\\bbearer)\\s+[A-Za-z0-9._~+/=-]{8,}",
              "(?<=://)[^/\\s:@\"]*:[^/\\s@\"]+(?=@)"));

  private CredentialText() {}

  /** Whether the values under the key are credentials. */
  public static boolean isKey(String key) {
    String upper = key.toUpperCase(Locale.ROOT);
    return KEY.matcher(upper).find() && !NO_KEY.matcher(upper).find();
  }

  /**
   * Whether the text has a credential's looks: a known prefix, a token, a password in an address.
   */
  public static boolean isIn(String text) {
    return VALUE.matcher(text).find();
  }

  /** The text with everything redacted that has a credential's looks. */
  public static String redact(String text) {
    return VALUE.matcher(text).replaceAll(REDACTED);
  }
}
