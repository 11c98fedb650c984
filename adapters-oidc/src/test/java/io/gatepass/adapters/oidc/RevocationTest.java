package io.gatepass.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatepass.adapters.oidc.stub.StubIssuer.Reply;
import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.application.port.AuthorizationServer.RevocationOutcome;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RevocationTest {
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void makesTheRefreshTokenUseless() {
    RefreshToken token = world.login().refreshToken().orElseThrow();

    RevocationOutcome outcome = world.server().revoke(world.connection(), token);

    assertThat(outcome).isEqualTo(RevocationOutcome.REVOKED);
    assertThat(world.issuer.tokens().alive()).isEmpty();
    assertThat(world.issuer.requests("/revoke").getFirst().parameters())
        .containsOnlyKeys("token", "token_type_hint", "client_id")
        .containsEntry("token_type_hint", "refresh_token");
  }

  @Test
  void isNotSupportedWhereThereIsNoEndpoint() {
    world.issuer.discovery().remove("revocation_endpoint");

    assertThat(revoke()).isEqualTo(RevocationOutcome.NOT_SUPPORTED);
  }

  @Test
  void isNotSupportedForThisKindOfToken() {
    world.issuer.script("/revoke", _ -> Reply.oauthError(400, "unsupported_token_type", "no"));

    assertThat(revoke()).isEqualTo(RevocationOutcome.NOT_SUPPORTED);
  }

  @Test
  void anErrorIsToldWithItsDescription() {
    world.issuer.script("/revoke", _ -> Reply.oauthError(401, "invalid_client", "who are you"));

    assertThat(catchThrowableOfType(InvalidSettings.class, this::revoke).what())
        .contains("refused to revoke", "invalid_client: who are you");
  }

  @Test
  void troubleIsToldAsSuch() {
    world.issuer.script("/revoke", _ -> Reply.text(502, "bad gateway"));

    assertThat(catchThrowableOfType(IssuerUnreachable.class, this::revoke).what())
        .contains("HTTP 502");
  }

  private RevocationOutcome revoke() {
    return world.server().revoke(world.connection(), new RefreshToken(Secret.of("some-token")));
  }
}
