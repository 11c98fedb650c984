package io.gatepass.adapters.oidc.stub;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.gatepass.adapters.oidc.stub.StubIssuer.Recorded;
import io.gatepass.adapters.oidc.stub.StubIssuer.Reply;
import io.gatepass.domain.oauth.Issuer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What a {@link StubIssuer} gives out. */
public final class StubTokens {
  private static final RSAKey RSA = rsa("rsa-1");
  private static final RSAKey STRANGER = rsa("rsa-1");
  private static final ECKey EC = ec();

  /** How ID tokens are signed. */
  public enum Signature {
    RS256,
    ES256,
    PS256,
    BY_A_STRANGER,
    HS256_WITH_THE_PUBLIC_KEY,
    NONE,
    BROKEN
  }

  private final Issuer issuer;
  private final InstantSource clock;
  private final AtomicInteger serial = new AtomicInteger();
  private final Map<String, Map<String, String>> codes = new LinkedHashMap<>();
  private final Set<String> alive = new HashSet<>();

  private String mark = "";
  private Signature signature = Signature.RS256;
  private Consumer<JWTClaimsSet.Builder> claims = _ -> {};
  private Consumer<Map<String, Object>> response = _ -> {};
  private Consumer<Map<String, String>> callback = _ -> {};

  StubTokens(Issuer issuer, InstantSource clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /** From now on every code and token starts with that. */
  public void mark(String prefix) {
    mark = prefix;
  }

  public void sign(Signature how) {
    signature = how;
  }

  /** Changes the ID token's claims. */
  public void claims(Consumer<JWTClaimsSet.Builder> change) {
    claims = change;
  }

  /** Changes the token response. */
  public void response(Consumer<Map<String, Object>> change) {
    response = change;
  }

  /** Changes the parameters of the authorization response. */
  public void callback(Consumer<Map<String, String>> change) {
    callback = change;
  }

  public synchronized void killRefreshTokens() {
    alive.clear();
  }

  public synchronized Set<String> alive() {
    return Set.copyOf(alive);
  }

  List<JWK> publicKeys() {
    return List.of(RSA.toPublicJWK(), EC.toPublicJWK());
  }

  synchronized Reply authorize(Recorded request) {
    String code = mark + "code-" + serial.incrementAndGet();
    codes.put(code, request.parameters());
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("code", code);
    parameters.put("state", request.parameter("state"));
    parameters.put("iss", issuer.value());
    callback.accept(parameters);
    return Reply.redirect(request.parameter("redirect_uri") + "?" + Queries.format(parameters));
  }

  public synchronized Reply token(Recorded request) {
    return switch (request.parameter("grant_type")) {
      case "authorization_code" -> exchange(request);
      case "refresh_token" -> refresh(request);
      default -> Reply.oauthError(400, "unsupported_grant_type", "no such grant");
    };
  }

  synchronized Reply revoke(Recorded request) {
    alive.remove(request.parameter("token"));
    return Reply.text(200, "");
  }

  private Reply exchange(Recorded request) {
    Map<String, String> authorization = codes.remove(request.parameter("code"));
    if (authorization == null
        || !authorization.get("redirect_uri").equals(request.parameter("redirect_uri"))
        || !challenge(request.parameter("code_verifier"))
            .equals(authorization.get("code_challenge"))) {
      return Reply.oauthError(400, "invalid_grant", "the code does not fit");
    }
    return granted(request.parameter("client_id"), authorization.get("nonce"));
  }

  private Reply refresh(Recorded request) {
    return alive.remove(request.parameter("refresh_token"))
        ? granted(request.parameter("client_id"), null)
        : Reply.oauthError(400, "invalid_grant", "the refresh token is not alive");
  }

  private Reply granted(String clientId, String nonce) {
    String access = mark + "access-" + serial.incrementAndGet();
    String refresh = mark + "refresh-" + serial.incrementAndGet();
    alive.add(refresh);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("access_token", access);
    body.put("token_type", "Bearer");
    body.put("expires_in", 3600);
    body.put("refresh_token", refresh);
    body.put("refresh_expires_in", 0);
    body.put("id_token", idToken(clientId, nonce, access));
    response.accept(body);
    return Reply.json(200, body);
  }

  private String idToken(String clientId, String nonce, String accessToken) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder builder =
        new JWTClaimsSet.Builder()
            .issuer(issuer.value())
            .subject("user-1")
            .audience(clientId)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
            .claim("at_hash", hash(accessToken))
            .claim("nonce", nonce)
            .claim("preferred_username", "ada")
            .claim("email", "ada@example.com");
    claims.accept(builder);
    try {
      return signed(builder.build());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signed(JWTClaimsSet set) throws JOSEException {
    return switch (signature) {
      case RS256 -> by(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(RSA), set);
      case PS256 -> by(JWSAlgorithm.PS256, "rsa-1", new RSASSASigner(RSA), set);
      case ES256 -> by(JWSAlgorithm.ES256, "ec-1", new ECDSASigner(EC), set);
      case BY_A_STRANGER -> by(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(STRANGER), set);
      case HS256_WITH_THE_PUBLIC_KEY ->
          by(JWSAlgorithm.HS256, "rsa-1", new MACSigner(RSA.toRSAPublicKey().getEncoded()), set);
      case NONE -> new PlainJWT(set).serialize();
      case BROKEN -> broken(by(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(RSA), set));
    };
  }

  private static String by(JWSAlgorithm algorithm, String kid, JWSSigner signer, JWTClaimsSet set)
      throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(algorithm).keyID(kid).type(JOSEObjectType.JWT).build();
    SignedJWT token = new SignedJWT(header, set);
    token.sign(signer);
    return token.serialize();
  }

  private static String broken(String token) {
    int middle = token.lastIndexOf('.') + 20;
    char changed = token.charAt(middle) == 'A' ? 'B' : 'A';
    return token.substring(0, middle) + changed + token.substring(middle + 1);
  }

  private static String hash(String accessToken) {
    return base64(Arrays.copyOf(sha256(accessToken), 16));
  }

  private static String challenge(String verifier) {
    return verifier == null ? "" : base64(sha256(verifier));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey rsa(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey ec() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
