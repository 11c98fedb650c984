package io.gatepass.application.usecase;

import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.RefusedLogins;
import io.gatepass.application.port.TokenStore;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.LoginRequired;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.RefreshWindow;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.settings.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Obtains a valid access token from the first tier that has one: memory, the cached token, a
 * refresh, a login. Only a genuine miss leads to a login; trouble with the issuer or the secret
 * store never does.
 */
public final class ObtainToken {
  /** A login's time limit and a little more, for whoever waits for it. */
  private static final Duration PATIENCE = Duration.ofSeconds(190);

  private static final Duration REFUSAL_HOLDS = Duration.ofMinutes(1);

  private final AuthorizationServer server;
  private final TokenStore store;
  private final LoginLock lock;
  private final RefusedLogins refusals;
  private final Notices notices;
  private final InstantSource clock;
  private final Map<CredentialScope, AccessToken> memory = new ConcurrentHashMap<>();

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
   */
  public record Request(
      Connection connection, LoginPolicy policy, LoginChannel channel, Caller caller) {}

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
    this.store = store;
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
   */
  public Outcome obtain(Request request) {
    CredentialScope scope = request.connection().scope();
    Optional<AccessToken> held = Optional.ofNullable(memory.get(scope));
    if (held.filter(this::isFresh).isPresent()) {
      return new Outcome(held.get(), Tier.MEMORY, Optional.empty());
    }
    try {
      return fromCache(scope).orElseGet(() -> fromIssuer(request, scope));
    } catch (SecretStoreUnavailable e) {
      return stillValid(held, Tier.MEMORY, e).orElseThrow(() -> e);
    }
  }

  private Optional<Outcome> fromCache(CredentialScope scope) {
    Optional<AccessToken> cached = store.accessToken(scope).filter(this::isFresh);
    cached.ifPresent(token -> memory.put(scope, token));
    return cached.map(token -> new Outcome(token, Tier.CACHE, Optional.empty()));
  }

  private Outcome fromIssuer(Request request, CredentialScope scope) {
    if (request.policy() == LoginPolicy.DEFERRED && store.refreshToken(scope).isEmpty()) {
      return deferred(scope);
    }
    try (LoginLock.Held _ = lock.acquire(scope, PATIENCE)) {
      // Whoever held the lock before us may have done the work.
      return fromCache(scope).orElseGet(() -> refreshOrLogin(request, scope));
    }
  }

  private Outcome refreshOrLogin(Request request, CredentialScope scope) {
    Optional<RefreshToken> refreshToken = store.refreshToken(scope);
    if (refreshToken.isEmpty()) {
      return login(request, scope);
    }
    try {
      return refresh(request, scope, refreshToken.get());
    } catch (IssuerUnreachable e) {
      return stillValid(store.accessToken(scope), Tier.CACHE, e).orElseThrow(() -> e);
    }
  }

  private Outcome refresh(Request request, CredentialScope scope, RefreshToken token) {
    return switch (server.refresh(request.connection(), token)) {
      case AuthorizationServer.RefreshOutcome.Refreshed refreshed ->
          keep(scope, refreshed.tokens(), Tier.REFRESH);
      case AuthorizationServer.RefreshOutcome.Rejected rejected -> {
        store.deleteRefreshToken(scope);
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
    TokenSet tokens = signIn(request, scope);
    refusals.forget(scope);
    notices.signInFinished(tokens.user().orElse(""));
    return keep(scope, tokens, Tier.LOGIN);
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
    return store
        .accessToken(scope)
        .filter(this::isValid)
        .map(token -> new Outcome(token, Tier.CACHE, Optional.empty()))
        .orElseThrow(() ->
            new LoginRequired(
                "A sign-in is needed, and this call does not allow one.", "Run: gatepass token"));
  }

  private void failIfJustRefused(CredentialScope scope) {
    refusals
        .latest(scope)
        .filter(refusal -> clock.instant().isBefore(refusal.at().plus(REFUSAL_HOLDS)))
        .ifPresent(refusal -> {
          throw new LoginFailed(
              refusal.reason(), "Run gatepass setup to sign in, or try again in a minute.");
        });
  }

  private Outcome keep(CredentialScope scope, TokenSet tokens, Tier tier) {
    memory.put(scope, tokens.accessToken());
    try {
      store.save(scope, tokens);
      warnIfForgetful(tier);
    } catch (SecretStoreUnavailable e) {
      notices.warning("The sign-in will not be remembered: " + e.what() + " " + e.remedy());
    }
    return new Outcome(tokens.accessToken(), tier, tokens.user());
  }

  private void warnIfForgetful(Tier tier) {
    TokenStore.Description description = store.describe();
    if (tier == Tier.LOGIN && !description.remembers()) {
      notices.warning("The sign-in will not be remembered: " + description.explanation());
    }
  }

  private Optional<Outcome> stillValid(
      Optional<AccessToken> token, Tier tier, GatepassException trouble) {
    Optional<AccessToken> valid = token.filter(this::isValid);
    valid.ifPresent(_ -> notices.warning(trouble.what() + " Using the token that is still valid."));
    return valid.map(it -> new Outcome(it, tier, Optional.empty()));
  }

  private boolean isFresh(AccessToken token) {
    return RefreshWindow.isFresh(token, clock.instant());
  }

  private boolean isValid(AccessToken token) {
    return !token.hasExpired(clock.instant());
  }
}
