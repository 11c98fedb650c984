package io.gatepass.bootstrap.demo.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.gatepass.application.port.MovableClock;
import io.gatepass.bootstrap.demo.http.Json;
import io.gatepass.bootstrap.demo.http.Parameters;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Fault;
import java.io.IOException;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each fault is one fault, and without one everything holds for another implementation. */
final class IssuerFaultsTest {
  private final MovableClock clock = new MovableClock();
  private EmbeddedIssuer issuer;
  private RelyingParty client;

  @BeforeEach
  void start() throws Exception {
    issuer =
        EmbeddedIssuer.start(RelyingParty.CLIENT_ID, IssuerPolicy.with(Consent.APPROVE), clock);
    client = new RelyingParty(issuer);
  }

  @AfterEach
  void stop() {
    client.close();
    issuer.close();
  }

  @Test
  void idTokenIsSignedForThisClientAndThisSignIn() throws Exception {
    SignedJWT idToken = SignedJWT.parse(idToken());

    assertThat(verifies(idToken)).isTrue();
    JWTClaimsSet claims = idToken.getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo(issuer.url());
    assertThat(claims.getAudience()).containsExactly(RelyingParty.CLIENT_ID);
    assertThat(claims.getStringClaim("nonce")).isEqualTo("nonce-1");
    assertThat(claims.getIssueTime()).isEqualTo(Date.from(clock.instant()));
    assertThat(claims.getExpirationTime()).isAfter(Date.from(clock.instant()));
    assertThat(claims.getStringClaim("at_hash")).hasSize(22);
  }

  @Test
  void idTokenOfARefreshHasNoNonce() throws Exception {
    String refreshToken = client.signIn().get("refresh_token").toString();

    String idToken = Json.read(client.refresh(refreshToken).body()).get("id_token").toString();

    assertThat(SignedJWT.parse(idToken).getJWTClaimsSet().getClaim("nonce")).isNull();
  }

  @Test
  void foreignSignatureFailsAgainstThePublishedKeys() throws Exception {
    misbehave(Fault.BAD_SIGNATURE);

    assertThat(verifies(SignedJWT.parse(idToken()))).isFalse();
  }

  @Test
  void unsignedIdTokenIsStillAWellFormedJwt() throws Exception {
    misbehave(Fault.UNSIGNED_ID_TOKEN);

    assertThat(JWTParser.parse(idToken())).isInstanceOf(PlainJWT.class);
  }

  @Test
  void claimsAreWrongOneAtATime() throws Exception {
    assertThat(claimsWith(Fault.WRONG_NONCE).getStringClaim("nonce")).isEqualTo("xnonce-1");
    assertThat(claimsWith(Fault.WRONG_ID_TOKEN_ISSUER).getIssuer()).endsWith("/other");
    assertThat(claimsWith(Fault.WRONG_AUDIENCE).getAudience()).containsExactly("another-client");
    assertThat(claimsWith(Fault.EXPIRED_ID_TOKEN).getExpirationTime())
        .isBefore(Date.from(clock.instant()));
    Object sameForEveryAccessToken = claimsWith(Fault.WRONG_AT_HASH).getClaim("at_hash");
    assertThat(claimsWith(Fault.WRONG_AT_HASH).getClaim("at_hash"))
        .isEqualTo(sameForEveryAccessToken);
  }

  @Test
  void redirectsAreWrongOneAtATime() throws Exception {
    assertThat(redirectedWith(Fault.WRONG_STATE).text("state")).isEqualTo("xstate-1");
    assertThat(redirectedWith(Fault.WRONG_ISS_PARAMETER).text("iss")).endsWith("/other");
    assertThat(redirectedWith(Fault.MISSING_ISS_PARAMETER).get("iss")).isEmpty();
  }

  @Test
  void metadataAreWrongOneAtATime() throws Exception {
    String path = "/.well-known/openid-configuration";
    misbehave(Fault.FOREIGN_METADATA);
    assertThat(Json.read(client.get(path).body())).containsEntry("issuer", issuer.url() + "/other");
    misbehave(Fault.NO_S256);
    assertThat(Json.read(client.get(path).body()))
        .containsEntry("code_challenge_methods_supported", List.of("plain"));
  }

  @Test
  void serverErrorLeavesTheBrowserAlone() throws Exception {
    misbehave(Fault.SERVER_ERROR);

    assertThat(client.get("/.well-known/openid-configuration").statusCode()).isEqualTo(503);
    assertThat(client.authorize(RelyingParty.authorizationRequest()).statusCode()).isEqualTo(302);
  }

  @Test
  void malformedTokenResponseIsNotJson() throws Exception {
    misbehave(Fault.MALFORMED_TOKEN_RESPONSE);

    assertThat(client.exchange(client.code(), RelyingParty.VERIFIER).body()).startsWith("<p>");
  }

  private JWTClaimsSet claimsWith(Fault fault)
      throws IOException, InterruptedException, ParseException {
    misbehave(fault);
    return SignedJWT.parse(idToken()).getJWTClaimsSet();
  }

  private Parameters redirectedWith(Fault fault) throws IOException, InterruptedException {
    misbehave(fault);
    return client.redirected(RelyingParty.authorizationRequest());
  }

  private void misbehave(Fault fault) {
    issuer.follow(IssuerPolicy.with(Consent.APPROVE).withFault(fault));
  }

  private String idToken() throws IOException, InterruptedException, ParseException {
    return client.signIn().get("id_token").toString();
  }

  private boolean verifies(SignedJWT token)
      throws IOException, InterruptedException, ParseException, JOSEException {
    JWKSet keys = JWKSet.parse(client.get("/jwks").body());
    String keyId = token.getHeader().getKeyID();
    return token.verify(new ECDSAVerifier(keys.getKeyByKeyId(keyId).toECKey()));
  }
}
