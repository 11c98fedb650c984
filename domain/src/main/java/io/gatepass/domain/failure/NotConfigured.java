package io.gatepass.domain.failure;

import java.util.List;

/** One of the mandatory three settings is missing: gateway URL, issuer, client id. */
public final class NotConfigured extends GatepassException {
  private static final long serialVersionUID = 1L;

  /**
   * Names what is missing.
   *
   * @param missing the settings, as a person calls them
   * @param options the options of {@code gatepass config set} that would set them, with
   *     placeholders
   */
  public NotConfigured(List<String> missing, List<String> options) {
    super(
        Kind.NOT_CONFIGURED,
        "gatepass is not configured: " + String.join(", ", missing) + " not set.",
        "Run: gatepass config set " + String.join(" ", options),
        null);
  }
}
