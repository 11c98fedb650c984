package io.gatepass.application.usecase.token;

import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.LoginProcess;
import io.gatepass.application.port.LoginsUnderWay;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.RefusedLogins;
import io.gatepass.application.port.SignedInUsers;
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
  /** Many refreshes, one after the other, on a slow machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(190);

  /** A refresh's time limits. */
  private static final Duration PATIENCE_DEFERRED = Duration.ofSeconds(45);

  /** How often a sign-in whose process was killed is begun anew. */
  private static final int ATTEMPTS = 3;

  private final AuthorizationServer server;
  private final HeldTokens tokens;
  private final LoginLock lock;
  private final SignIn signIn;
  private final Notices notices;

  /** Who asks. */
  public enum Caller {
    /** A person who typed a command: a login may be tried again at once. */
    PERSON,
    /** A tool: a login that was just refused is not tried again for a minute. */
    TOOL
  }

  /** Which process signs the user in, where that is needed. */
  public enum LoginHost {
    /** The caller's: the sign-in ends with it. */
    CALLER,
    /** One of its own, which outlives the caller. */
    DETACHED
  }

  /** From which tier the token came. */
  public enum Tier {
    /** This process held it. */
    MEMORY,
    /** The secret store or the runtime cache held it. */
    CACHE,
    /** The issuer gave it for the refresh token. */
    REFRESH,
    /** The user signed in, in this process. */
    LOGIN
  }

  /**
   * What is asked for.
   *
   * @param connection the gateway and the issuer
   * @param policy what a genuine miss may do
   * @param channel how the user would get to see the authorization page
   * @param caller who asks
   * @param host which process signs the user in
   * @param anew whether the user is to sign in whatever token there is
   * @param rejected a token that the gateway has turned away before its end: it is not given out
   *     again while the issuer gives another
   */
  public record Request(
      Connection connection,
      LoginPolicy policy,
      LoginChannel channel,
      Caller caller,
      LoginHost host,
      boolean anew,
      Optional<AccessToken> rejected) {
    /** Asks for any valid token; this process signs the user in, where that is needed. */
    public Request(Connection connection, LoginPolicy policy, LoginChannel channel, Caller caller) {
      this(connection, policy, channel, caller, LoginHost.CALLER, false, Optional.empty());
    }

    /** The same, but the sign-in outlives this process. */
    public Request detached() {
      return new Request(connection, policy, channel, caller, LoginHost.DETACHED, anew, rejected);
    }

    /** The same, but the user signs in whatever token there is. */
    public Request signingInAnew() {
      return new Request(connection, policy, channel, caller, host, true, rejected);
    }

    /** The same, but for a token other than the one that the gateway has turned away. */
    public Request otherThan(AccessToken token) {
      return new Request(connection, policy, channel, caller, host, anew, Optional.of(token));
    }
  }

  /**
   * A valid access token.
   *
   * @param token the token
   * @param tier from where it came
   * @param user who signed in, known after a sign-in only
   */
  public record Outcome(AccessToken token, Tier tier, Optional<String> user) {}

  /** Wires the use case to its ports. */
  public ObtainToken(
      AuthorizationServer server,
      TokenStore store,
      LoginLock lock,
      LoginsUnderWay logins,
      LoginProcess process,
      RefusedLogins refusedLogins,
      SignedInUsers users,
      Notices notices,
      InstantSource clock) {
    this.server = server;
    this.tokens = new HeldTokens(store, notices, clock);
    this.lock = lock;
    this.notices = notices;
    Refusals refusals = new Refusals(refusedLogins, clock);
    OwnSignIn own = new OwnSignIn(server, tokens, lock, refusals, users, notices, clock);
    this.signIn = new SignIn(logins, process, own, refusals, tokens, users, notices, clock);
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
    if (request.anew()) {
      return fromIssuer(request, scope);
    }
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
    if (request.policy() == LoginPolicy.DEFERRED && tokens.refreshToken(scope).isEmpty()) {
      return deferred(scope);
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Outcome> outcome = attempt(request, scope);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new LoginFailed(
        LoginFailed.Reason.ABANDONED,
        "The sign-in was broken off " + ATTEMPTS + " times.",
        "Sign in with: gatepass login");
  }

  private Optional<Outcome> attempt(Request request, CredentialScope scope) {
    if (signIn.isUnderWay(scope) && needsLogin(request, scope)) {
      return request.policy() == LoginPolicy.DEFERRED
          ? Optional.of(deferred(scope))
          : signIn.finish(new SignIn.Ticket.Joined(), request);
    }
    LoginLock.Held held;
    try {
      held = lock.acquire(scope, patience(request));
    } catch (LoginFailed e) {
      if (request.anew()) {
        throw e; // the token at hand is just what is not wanted
      }
      return Optional.of(stillValid(scope, e));
    }
    SignIn.Ticket ticket;
    try (held) {
      Optional<Outcome> found = withoutASignIn(request, scope);
      if (found.isPresent()) {
        return found;
      }
      ticket = signIn.enter(request);
    }
    return signIn.finish(ticket, request);
  }

  /** Whoever held the lock before us may have done the work. */
  private Optional<Outcome> withoutASignIn(Request request, CredentialScope scope) {
    Optional<Outcome> found =
        request.anew()
            ? Optional.empty()
            : fromStore(request, scope).or(() -> refreshed(request, scope));
    return found.isEmpty() && request.policy() == LoginPolicy.DEFERRED
        ? Optional.of(deferred(scope))
        : found;
  }

  private boolean needsLogin(Request request, CredentialScope scope) {
    return request.anew() || tokens.refreshToken(scope).isEmpty();
  }

  private static Duration patience(Request request) {
    return request.policy() == LoginPolicy.DEFERRED ? PATIENCE_DEFERRED : PATIENCE;
  }

  private Optional<Outcome> refreshed(Request request, CredentialScope scope) {
    return tokens.refreshToken(scope).flatMap(token -> refreshed(request, scope, token));
  }

  /** A refresh token is dead only if nobody has put another in its place meanwhile. */
  private Optional<Outcome> refreshed(Request request, CredentialScope scope, RefreshToken token) {
    return switch (server.refresh(request.connection(), token)) {
      case AuthorizationServer.RefreshOutcome.Refreshed it ->
          Optional.of(tokens.keep(scope, it.tokens(), Tier.REFRESH));
      case AuthorizationServer.RefreshOutcome.Rejected _ ->
          tokens.successorOfDead(scope, token).flatMap(it -> refreshed(request, scope, it));
    };
  }

  /** A token about to expire is better than none, where nobody may be asked to sign in. */
  private Outcome deferred(CredentialScope scope) {
    return tokens
        .unexpired(scope)
        .orElseThrow(() ->
            new LoginRequired(
                "A sign-in is needed, and this call does not allow one.", "Run: gatepass token"));
  }

  /** In trouble a token about to expire is served, with a warning; it never opens a browser. */
  private Outcome stillValid(CredentialScope scope, GatepassException trouble) {
    Outcome outcome = tokens.unexpired(scope).orElseThrow(() -> trouble);
    notices.warning(trouble.what() + " Using the token that is still valid.");
    return outcome;
  }
}
