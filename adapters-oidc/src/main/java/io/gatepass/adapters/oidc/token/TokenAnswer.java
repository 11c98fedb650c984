package io.gatepass.adapters.oidc.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWT;
import io.gatepass.domain.oauth.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The token endpoint's answer: tokens (RFC 6749 §5.1) or an error (§5.2). */
public sealed interface TokenAnswer {
  /**
   * Tokens.
   *
   * @param accessToken the access token; opaque
   * @param refreshToken a refresh token, where one was given
   * @param idToken an ID token (OIDC Core §3.1.3.3), where one was given; read, not yet believed
   * @param lifetime the access token's life, {@code expires_in}; absent where the issuer does not
   *     say
   */
  record Granted(
      Secret accessToken,
      Optional<Secret> refreshToken,
      Optional<JWT> idToken,
      Optional<Duration> lifetime)
      implements TokenAnswer {
    /**
     * Whether an ID token with that {@code at_hash} and signature belongs to the access token (OIDC
     * Core §3.1.3.6): it is the left half of the token's hash, by the signature's hash function.
     */
    public boolean hasHash(String claim, JWSAlgorithm algorithm) {
      byte[] token = accessToken.reveal().getBytes(StandardCharsets.US_ASCII);
      byte[] hash = hashOf(algorithm).digest(token);
      byte[] half =
          Base64.getUrlEncoder().withoutPadding().encode(Arrays.copyOf(hash, hash.length / 2));
      return MessageDigest.isEqual(half, claim.getBytes(StandardCharsets.US_ASCII));
    }

    /** RS256, PS384, ES512 …: the last three digits name the hash. */
    private static MessageDigest hashOf(JWSAlgorithm algorithm) {
      String name = algorithm.getName();
      try {
        return MessageDigest.getInstance("SHA-" + name.substring(name.length() - 3));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-2", e);
      }
    }
  }

  /**
   * An OAuth error, fit to be shown.
   *
   * @param error the error code
   * @param description what the issuer said about it, where it said something; what was sent is not
   *     in it
   */
  record Refused(String error, Optional<String> description) implements TokenAnswer {
    /** The code and, where there is one, the description, to be put into a sentence. */
    public String text() {
      return description
          .map(it -> it.replaceFirst("[.\\s]+$", ""))
          .filter(it -> !it.isEmpty())
          .map(it -> error + ": " + it)
          .orElse(error);
    }
  }
}
