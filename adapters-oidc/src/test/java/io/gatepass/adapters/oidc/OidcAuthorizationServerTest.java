package io.gatepass.adapters.oidc;

import io.gatepass.adapters.oidc.flow.OidcAuthorizationServer;
import io.gatepass.adapters.oidc.http.TimeLimit;
import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.AuthorizationServerContract;
import io.gatepass.domain.settings.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The port's contract, over HTTP. */
final class OidcAuthorizationServerTest extends AuthorizationServerContract {
  private final World world = new World();
  private final OidcAuthorizationServer server =
      world.server(this::open, Duration.ofMinutes(1), new TimeLimit(Duration.ofSeconds(15)));
  private boolean userIsAway;

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  protected AuthorizationServer server() {
    return server;
  }

  @Override
  protected Connection connection() {
    return world.connection();
  }

  @Override
  protected void userRefuses() {
    world
        .issuer
        .tokens()
        .callback(answer -> {
          answer.remove("code");
          answer.put("error", "access_denied");
        });
  }

  @Override
  protected void userIsAway() {
    userIsAway = true;
  }

  @Override
  protected void issuerIsDown() {
    world.issuer.close();
  }

  private boolean open(String url) {
    return userIsAway || world.browser.open(url);
  }
}
