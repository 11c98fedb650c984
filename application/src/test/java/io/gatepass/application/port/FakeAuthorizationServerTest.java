package io.gatepass.application.port;

import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.settings.Connection;

final class FakeAuthorizationServerTest extends AuthorizationServerContract {
  private final FakeAuthorizationServer server = new FakeAuthorizationServer(new MovableClock());

  @Override
  protected AuthorizationServer server() {
    return server;
  }

  @Override
  protected Connection connection() {
    return Connections.example();
  }

  @Override
  protected void userRefuses() {
    server.failLoginsWith(new LoginFailed("The sign-in was denied.", "Ask for access."));
  }

  @Override
  protected void userIsAway() {
    server.setUser(FakeAuthorizationServer::staysAway);
  }

  @Override
  protected void issuerIsDown() {
    IssuerUnreachable failure = new IssuerUnreachable("No answer.", "Try again later.");
    server.failLoginsWith(failure);
    server.failRequestsWith(failure);
  }
}
