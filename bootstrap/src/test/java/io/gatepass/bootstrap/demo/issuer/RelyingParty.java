package io.gatepass.bootstrap.demo.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.util.Base64URL;
import io.gatepass.bootstrap.demo.http.Json;
import io.gatepass.bootstrap.demo.http.Parameters;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client of the embedded issuer that does exactly what a test says, right or wrong. */
public final class RelyingParty implements AutoCloseable {
  public static final String CLIENT_ID = "demo-client";
  static final String REDIRECT_URI = "http://localhost:14999/callback";
  static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123";

  private final HttpClient http = HttpClient.newHttpClient();
  private final EmbeddedIssuer issuer;

  public RelyingParty(EmbeddedIssuer issuer) {
    this.issuer = issuer;
  }

  /** A right authorization request. */
  static Map<String, String> authorizationRequest() {
    Map<String, String> request = new LinkedHashMap<>();
    request.put("response_type", "code");
    request.put("client_id", CLIENT_ID);
    request.put("redirect_uri", REDIRECT_URI);
    request.put("scope", "openid offline_access");
    request.put("state", "state-1");
    request.put("nonce", "nonce-1");
    request.put("code_challenge", challenge());
    request.put("code_challenge_method", "S256");
    return request;
  }

  HttpResponse<String> authorize(Map<String, String> request)
      throws IOException, InterruptedException {
    return get("/authorize?" + new Parameters(request).encode());
  }

  /** The parameters that come back to the redirect address. */
  Parameters redirected(Map<String, String> request) throws IOException, InterruptedException {
    String location = authorize(request).headers().firstValue("Location").orElseThrow();
    return Parameters.parse(URI.create(location).getRawQuery());
  }

  String code() throws IOException, InterruptedException {
    return redirected(authorizationRequest()).text("code");
  }

  HttpResponse<String> exchange(String code, String verifier)
      throws IOException, InterruptedException {
    return post(
        "/token",
        Map.of(
            "grant_type", "authorization_code",
            "code", code,
            "redirect_uri", REDIRECT_URI,
            "client_id", CLIENT_ID,
            "code_verifier", verifier));
  }

  HttpResponse<String> refresh(String refreshToken) throws IOException, InterruptedException {
    return post(
        "/token",
        Map.of(
            "grant_type", "refresh_token",
            "refresh_token", refreshToken,
            "client_id", CLIENT_ID));
  }

  public Map<String, Object> signIn() throws IOException, InterruptedException, ParseException {
    return Json.read(exchange(code(), VERIFIER).body());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, Map<String, String> form)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(new Parameters(form).encode()))
            .build(),
        BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.close();
  }

  private URI at(String path) {
    return URI.create(issuer.url() + path);
  }

  private static String challenge() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(US_ASCII));
      return Base64URL.encode(digest).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
