package io.gatepass.application.usecase.token;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.Connections;
import io.gatepass.application.port.FakeAuthorizationServer;
import io.gatepass.application.port.FakeLoginProcess;
import io.gatepass.application.port.InMemoryLoginLock;
import io.gatepass.application.port.InMemoryLoginsUnderWay;
import io.gatepass.application.port.InMemoryRefusedLogins;
import io.gatepass.application.port.InMemorySignedInUsers;
import io.gatepass.application.port.InMemoryTokenStore;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.MovableClock;
import io.gatepass.application.port.RecordingAttention;
import io.gatepass.application.port.RecordingNotices;
import io.gatepass.application.usecase.token.ObtainToken.Caller;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Request;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.settings.Connection;

/** A user's machine among fakes, on which processes ask for tokens. */
public final class SignIns {
  public final MovableClock clock = new MovableClock();
  public final FakeAuthorizationServer issuer = new FakeAuthorizationServer(clock);
  public final InMemoryTokenStore store = new InMemoryTokenStore();
  public final InMemoryLoginLock lock = new InMemoryLoginLock();
  public final InMemoryLoginsUnderWay logins = new InMemoryLoginsUnderWay();
  public final FakeLoginProcess process = new FakeLoginProcess(logins);
  public final InMemorySignedInUsers users = new InMemorySignedInUsers();
  public final RecordingAttention attention = new RecordingAttention();
  public final InMemoryRefusedLogins refusals = new InMemoryRefusedLogins();
  public final RecordingNotices notices = new RecordingNotices();
  public final Connection connection = Connections.example();
  public final CredentialScope scope = connection.scope();

  /** A process that has just started: it holds no token. */
  public ObtainToken newProcess() {
    return newProcess(lock);
  }

  public ObtainToken newProcess(LoginLock otherLock) {
    return new ObtainToken(
        issuer, store, otherLock, logins, process, refusals, users, notices, clock);
  }

  /** What {@code gatepass login --detached} does. */
  public DetachedSignIn detachedSignIn() {
    return new DetachedSignIn(
        issuer, store, lock, logins, process, refusals, users, attention, notices, clock);
  }

  public ForgetCredentials forgetCredentials() {
    return new ForgetCredentials(issuer, store, lock, logins, refusals, users, notices);
  }

  /** {@code gatepass token}, typed by a person. */
  public Outcome personAsks() {
    return newProcess().obtain(byPerson());
  }

  /** {@code gatepass token}, run by a tool. */
  public Outcome toolAsks() {
    return newProcess().obtain(byTool());
  }

  /** {@code gatepass token --no-login}. */
  public Outcome deferredAsks() {
    return newProcess().obtain(deferred());
  }

  public Request byPerson() {
    return new Request(connection, LoginPolicy.EAGER, LoginChannel.BROWSER, Caller.PERSON);
  }

  public Request byTool() {
    return new Request(connection, LoginPolicy.EAGER, LoginChannel.BROWSER, Caller.TOOL);
  }

  public Request deferred() {
    return new Request(connection, LoginPolicy.DEFERRED, LoginChannel.BROWSER, Caller.TOOL);
  }

  /** How many sign-ins have shown their page, with whatever end. */
  public long browsersOpened() {
    return issuer.pages();
  }
}
