package io.gatepass.application.usecase;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.Connections;
import io.gatepass.application.port.FakeAuthorizationServer;
import io.gatepass.application.port.InMemoryLoginLock;
import io.gatepass.application.port.InMemoryRefusedLogins;
import io.gatepass.application.port.InMemoryTokenStore;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.MovableClock;
import io.gatepass.application.port.RecordingNotices;
import io.gatepass.application.usecase.ObtainToken.Caller;
import io.gatepass.application.usecase.ObtainToken.Outcome;
import io.gatepass.application.usecase.ObtainToken.Request;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.settings.Connection;

/** A user's machine among fakes, on which processes ask for tokens. */
final class SignIns {
  final MovableClock clock = new MovableClock();
  final FakeAuthorizationServer issuer = new FakeAuthorizationServer(clock);
  final InMemoryTokenStore store = new InMemoryTokenStore();
  final InMemoryLoginLock lock = new InMemoryLoginLock();
  final InMemoryRefusedLogins refusals = new InMemoryRefusedLogins();
  final RecordingNotices notices = new RecordingNotices();
  final Connection connection = Connections.example();
  final CredentialScope scope = connection.scope();

  /** A process that has just started: it holds no token. */
  ObtainToken newProcess() {
    return newProcess(lock);
  }

  ObtainToken newProcess(LoginLock otherLock) {
    return new ObtainToken(issuer, store, otherLock, refusals, notices, clock);
  }

  /** {@code gatepass token}, typed by a person. */
  Outcome personAsks() {
    return newProcess().obtain(byPerson());
  }

  /** {@code gatepass token}, run by a tool. */
  Outcome toolAsks() {
    return newProcess().obtain(byTool());
  }

  /** {@code gatepass token --no-login}. */
  Outcome deferredAsks() {
    return newProcess().obtain(deferred());
  }

  Request byPerson() {
    return new Request(connection, LoginPolicy.EAGER, LoginChannel.BROWSER, Caller.PERSON);
  }

  Request byTool() {
    return new Request(connection, LoginPolicy.EAGER, LoginChannel.BROWSER, Caller.TOOL);
  }

  Request deferred() {
    return new Request(connection, LoginPolicy.DEFERRED, LoginChannel.BROWSER, Caller.TOOL);
  }

  /** How often a sign-in was begun, with whatever end. */
  long browsersOpened() {
    return notices.progress().stream().filter(it -> it.startsWith("started ")).count();
  }
}
