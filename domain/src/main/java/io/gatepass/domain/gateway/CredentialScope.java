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
 * @param id 16 lower-case hex digits of sha256(gateway NUL issuer NUL client id NUL audience)
 */
public record CredentialScope(String id) {
  /** The scope of a client's credentials at a gateway. */
  public static CredentialScope of(GatewayUrl gateway, ClientRegistration client) {
    String text =
        String.join(
            "\0",
            gateway.value(),
            client.issuer().value(),
            client.clientId(),
            client.audience().orElse(""));
    return new CredentialScope(HexFormat.of().formatHex(sha256(text), 0, 8));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
