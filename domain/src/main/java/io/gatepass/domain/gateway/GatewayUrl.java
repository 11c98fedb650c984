package io.gatepass.domain.gateway;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.web.WebAddress;

/**
 * The LLM gateway's base address, without a trailing slash. It may have a path.
 *
 * @param value the address
 */
public record GatewayUrl(String value) {
  /** Rejects what is not a gateway address and drops trailing slashes. */
  public GatewayUrl {
    WebAddress.check("gateway URL", value);
    value = withoutTrailingSlash(value);
  }

  /**
   * Reads a gateway address.
   *
   * @throws InvalidSettings naming the value and the rule it breaks
   */
  public static GatewayUrl parse(String text) {
    return new GatewayUrl(text);
  }

  /** This address with a path appended; the path is empty or starts with a slash. */
  public String withPath(String path) {
    return value + path;
  }

  @Override
  public String toString() {
    return value;
  }

  private static String withoutTrailingSlash(String text) {
    String rest = text;
    while (rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    return rest;
  }
}
