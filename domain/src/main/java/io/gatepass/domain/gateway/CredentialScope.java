package io.gatepass.domain.gateway;

import io.gatepass.domain.oauth.ClientRegistration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which credentials belong together: those for one gateway, issuer, client and audience. The lock
 * around a login has the same scope.
 *
 * @param text gateway NUL issuer NUL client id NUL audience; not secret
 */
public record CredentialScope(String text) {
  /** The scope of a client's credentials at a gateway. */
  public static CredentialScope of(GatewayUrl gateway, ClientRegistration client) {
    return new CredentialScope(
        String.join(
            "\0",
            gateway.value(),
            client.issuer().value(),
            client.clientId(),
            client.audience().orElse("")));
  }

  /**
   * The scope's name in secret stores and files: the first 16 lower-case hex digits of the text's
   * SHA-256. Calculated at each call, not at birth: a warm {@code gatepass token} does without, and
   * the first hash of a process loads the security providers. docs/adr/0028
   */
  public String id() {
    return HexFormat.of().formatHex(sha256(text), 0, 8);
  }

  /**
   * 8 hex digits that tell nearly all scopes apart and cost nothing: for files that hold the text
   * themselves, and for those where a mix-up does no harm.
   */
  public String tag() {
    return HexFormat.of().toHexDigits(text.hashCode());
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
