package io.gatepass.adapters.oidc.token;

import com.github.scribejava.core.pkce.PKCE;
import com.github.scribejava.core.pkce.PKCEService;
import io.gatepass.domain.oauth.Secret;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * One authorization request (RFC 6749 §4.1.1, RFC 7636 §4.3, OIDC Core §3.1.2.1). {@code state},
 * {@code nonce} and the PKCE verifier are 256 random bits each.
 */
public final class AuthorizationRequest {
  private static final int BYTES = 32;

  private final Secret state;
  private final Secret nonce;
  private final PKCE pkce;

  private AuthorizationRequest(Secret state, Secret nonce, PKCE pkce) {
    this.state = state;
    this.nonce = nonce;
    this.pkce = pkce;
  }

  /** A request with fresh random values. */
  public static AuthorizationRequest fresh(SecureRandom random) {
    return new AuthorizationRequest(
        randomText(random), randomText(random), new PKCEService().generatePKCE(bytes(random)));
  }

  /** What the response must repeat. */
  public Secret state() {
    return state;
  }

  /** What the ID token must repeat. */
  public Secret nonce() {
    return nonce;
  }

  PKCE pkce() {
    return pkce;
  }

  Secret verifier() {
    return Secret.of(pkce.getCodeVerifier());
  }

  private static Secret randomText(SecureRandom random) {
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random)));
  }

  private static byte[] bytes(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }
}
