package io.gatepass.application.usecase.token;

import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.LoginsUnderWay.Ending;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.SignedInUsers;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Request;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.TokenSet;
import java.time.Duration;
import java.time.InstantSource;

/** A sign-in in this process, which all others can see and wait for. */
final class OwnSignIn {
  /** A refresh that is under way ends within its own time limits. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final AuthorizationServer server;
  private final HeldTokens tokens;
  private final LoginLock lock;
  private final Refusals refusals;
  private final SignedInUsers users;
  private final Notices notices;
  private final InstantSource clock;

  OwnSignIn(
      AuthorizationServer server,
      HeldTokens tokens,
      LoginLock lock,
      Refusals refusals,
      SignedInUsers users,
      Notices notices,
      InstantSource clock) {
    this.server = server;
    this.tokens = tokens;
    this.lock = lock;
    this.refusals = refusals;
    this.users = users;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Signs the user in and keeps the tokens; in any case those who wait are told.
   *
   * @param onPage done when the page is about to be shown
   */
  Outcome run(Request request, Turn turn, Runnable onPage) {
    CredentialScope scope = request.connection().scope();
    LoginDesk desk = new LoginDesk(turn, onPage, clock);
    notices.signInStarted(request.connection().client().issuer());
    try {
      TokenSet fresh = server.login(request.connection(), request.channel(), desk);
      notices.signInFinished(fresh.user().orElse(""));
      Outcome outcome = keep(scope, fresh);
      turn.leave(
          tokens
              .saveFailure(scope)
              .<Ending>map(Ending.Failed::new)
              .orElseGet(() -> new Ending.SignedIn()));
      return outcome;
    } catch (GatepassException e) {
      notices.signInAbandoned();
      if (e instanceof LoginFailed failed) {
        refusals.remember(scope, failed, desk.hasShownAll());
      }
      turn.leave(new Ending.Failed(e));
      throw e;
    }
  }

  private Outcome keep(CredentialScope scope, TokenSet fresh) {
    fresh.user().ifPresent(user -> users.remember(scope, user));
    refusals.forget(scope);
    LoginLock.Held held;
    try {
      held = lock.acquire(scope, PATIENCE);
    } catch (LoginFailed _) {
      return tokens.keep(scope, fresh, Tier.LOGIN); // better at a bad moment than not at all
    }
    try (held) {
      return tokens.keep(scope, fresh, Tier.LOGIN);
    }
  }
}
