package io.gatepass.application.usecase.token;

import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.RefusedLogins;
import io.gatepass.application.port.TokenStore;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.LoginRequired;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.settings.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Obtains a valid access token from the first tier that has one: memory, the cached token, a
 * refresh, a login. Only a genuine miss leads to a login; trouble with the issuer or the secret
 * store never does.
 */
public final class ObtainToken {
  /** A login's time limit and a little more, for whoever waits for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(190);

  /** A refresh's time limits; who may not sign in does not wait for somebody who does, either. */
  private static final Duration PATIENCE_DEFERRED = Duration.ofSeconds(45);

  private static final Duration REFUSAL_HOLDS = Duration.ofMinutes(1);

  private final AuthorizationServer server;
  private final HeldTokens tokens;
  private final LoginLock lock;
  private final RefusedLogins refusals;
  private final Notices notices;
  private final InstantSource clock;

  /** Who asks. */
  public enum Caller {
    /** A person who typed a command: a login may be tried again at once. */
    PERSON,
    /** A tool: a login that was just refused is not tried again for a minute. */
    TOOL
  }

  /** From which tier the token came. */
  public enum Tier {
    /** This process held it. */
    MEMORY,
    /** The secret store or the runtime cache held it. */
    CACHE,
    /** The issuer gave it for the refresh token. */
    REFRESH,
    /** The user signed in. */
    LOGIN
  }

  /**
   * What is asked for.
   *
   * @param connection the gateway and the issuer
   * @param policy what a genuine miss may do
   * @param channel how the user would get to see the authorization page
   * @param caller who asks
   * @param rejected a token that the gateway has turned away before its end: it is not given out
   *     again while the issuer gives another
   */
  public record Request(
      Connection connection,
      LoginPolicy policy,
      LoginChannel channel,
      Caller caller,
      Optional<AccessToken> rejected) {
    /** Asks for any valid token. */
    public Request(Connection connection, LoginPolicy policy, LoginChannel channel, Caller caller) {
      this(connection, policy, channel, caller, Optional.empty());
    }

    /** The same, but for a token other than the one that the gateway has turned away. */
    public Request otherThan(AccessToken token) {
      return new Request(connection, policy, channel, caller, Optional.of(token));
    }
  }

  /**
   * A valid access token.
   *
   * @param token the token
   * @param tier from where it came
   * @param user who signed in, known after a login only
   */
  public record Outcome(AccessToken token, Tier tier, Optional<String> user) {}

  /** Wires the use case to its ports. */
  public ObtainToken(
      AuthorizationServer server,
      TokenStore store,
      LoginLock lock,
      RefusedLogins refusals,
      Notices notices,
      InstantSource clock) {
    this.server = server;
    this.tokens = new HeldTokens(store, notices, clock);
    this.lock = lock;
    this.refusals = refusals;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Obtains a token.
   *
   * @throws LoginRequired if only a login could give one and the policy defers it
   * @throws LoginFailed if the login was refused, timed out or could not be trusted
   * @throws IssuerUnreachable if the issuer is in trouble and no token at hand is valid any more
   * @throws SecretStoreUnavailable if the store is in trouble and no token at hand is valid any
   *     more
   * @throws InvalidSettings if the issuer refuses the client itself, or cannot be used safely, and
   *     no token at hand is valid any more
   */
  public Outcome obtain(Request request) {
    CredentialScope scope = request.connection().scope();
    return tokens
        .fromMemory(scope)
        .filter(it -> isWanted(it, request))
        .orElseGet(() -> fromStoreOrIssuer(request, scope));
  }

  private Outcome fromStoreOrIssuer(Request request, CredentialScope scope) {
    try {
      return fromStore(request, scope).orElseGet(() -> fromIssuer(request, scope));
    } catch (SecretStoreUnavailable | IssuerUnreachable | InvalidSettings e) {
      return stillValid(scope, e);
    }
  }

  private Optional<Outcome> fromStore(Request request, CredentialScope scope) {
    return tokens.fromStore(scope).filter(it -> isWanted(it, request));
  }

  private static boolean isWanted(Outcome outcome, Request request) {
    return request.rejected().filter(it -> it.value().equals(outcome.token().value())).isEmpty();
  }

  private Outcome fromIssuer(Request request, CredentialScope scope) {
    boolean deferred = request.policy() == LoginPolicy.DEFERRED;
    if (deferred && tokens.refreshToken(scope).isEmpty()) {
      return deferred(scope);
    }
    LoginLock.Held held;
    try {
      held = lock.acquire(scope, deferred ? PATIENCE_DEFERRED : PATIENCE);
    } catch (LoginFailed e) {
      return stillValid(scope, e);
    }
    try (held) {
      // Whoever held the lock before us may have done the work.
      return fromStore(request, scope).orElseGet(() -> refreshOrLogin(request, scope));
    }
  }

  private Outcome refreshOrLogin(Request request, CredentialScope scope) {
    return tokens
        .refreshToken(scope)
        .map(token -> refresh(request, scope, token))
        .orElseGet(() -> login(request, scope));
  }

  private Outcome refresh(Request request, CredentialScope scope, RefreshToken token) {
    return switch (server.refresh(request.connection(), token)) {
      case AuthorizationServer.RefreshOutcome.Refreshed refreshed ->
          tokens.keep(scope, refreshed.tokens(), Tier.REFRESH);
      case AuthorizationServer.RefreshOutcome.Rejected _ -> {
        tokens.forgetDead(scope, token);
        yield login(request, scope);
      }
    };
  }

  private Outcome login(Request request, CredentialScope scope) {
    if (request.policy() == LoginPolicy.DEFERRED) {
      return deferred(scope);
    }
    if (request.caller() == Caller.TOOL) {
      failIfJustRefused(scope);
    }
    TokenSet fresh = signIn(request, scope);
    notices.signInFinished(fresh.user().orElse(""));
    Outcome outcome = tokens.keep(scope, fresh, Tier.LOGIN);
    refusals.forget(scope);
    return outcome;
  }

  private TokenSet signIn(Request request, CredentialScope scope) {
    notices.signInStarted(request.connection().client().issuer());
    try {
      return server.login(request.connection(), request.channel());
    } catch (LoginFailed e) {
      notices.signInAbandoned();
      refusals.remember(scope, new RefusedLogins.Refusal(clock.instant(), e.what()));
      throw e;
    } catch (GatepassException e) {
      notices.signInAbandoned();
      throw e;
    }
  }

  /** A token about to expire is better than none, where nobody may be asked to sign in. */
  private Outcome deferred(CredentialScope scope) {
    return tokens
        .unexpired(scope)
        .orElseThrow(() ->
            new LoginRequired(
                "A sign-in is needed, and this call does not allow one.", "Run: gatepass token"));
  }

  private void failIfJustRefused(CredentialScope scope) {
    refusals
        .latest(scope)
        .filter(this::holds)
        .ifPresent(refusal -> {
          throw new LoginFailed(
              refusal.reason(), "Run gatepass setup to sign in, or try again in a minute.");
        });
  }

  /** A refusal from the future does not: the clock has been moved back since. */
  private boolean holds(RefusedLogins.Refusal refusal) {
    Duration age = Duration.between(refusal.at(), clock.instant());
    return age.abs().compareTo(REFUSAL_HOLDS) < 0;
  }

  /** In trouble a token about to expire is served, with a warning; it never opens a browser. */
  private Outcome stillValid(CredentialScope scope, GatepassException trouble) {
    Outcome outcome = tokens.unexpired(scope).orElseThrow(() -> trouble);
    notices.warning(trouble.what() + " Using the token that is still valid.");
    return outcome;
  }
}
