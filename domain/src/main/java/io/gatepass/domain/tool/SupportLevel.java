package io.gatepass.domain.tool;

import java.util.Locale;

/** How sure we are that a tool reads what we write. */
public enum SupportLevel {
  /** The real tool, run against a gateway with what we wrote, sent our token. */
  VERIFIED,
  /** The vendor's documentation or source reads these keys. */
  DOCUMENTED,
  /** The vendor's current version does not read them: written only when named. */
  LEGACY;

  /** As a person reads it. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
