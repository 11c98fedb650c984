package io.gatepass.application.usecase.token;

import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.LoginsUnderWay;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.RefusedLogins;
import io.gatepass.application.port.SignedInUsers;
import io.gatepass.application.port.TokenStore;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.settings.Connection;
import java.time.Duration;
import java.util.Optional;

/**
 * Revokes the refresh token at the issuer (RFC 7009), as far as the issuer allows it, and forgets
 * every credential and the name of its user. A login under way is ended first. A revocation that
 * fails is a warning; the credentials are forgotten all the same.
 */
public final class ForgetCredentials {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String STILL_AT_WORK =
      "Another gatepass is signing in or renewing the sign-in; run this again when it has ended.";

  private final AuthorizationServer server;
  private final TokenStore store;
  private final LoginLock lock;
  private final LoginsUnderWay logins;
  private final RefusedLogins refusals;
  private final SignedInUsers users;
  private final Notices notices;

  /**
   * Whose credentials to forget.
   *
   * @param connection the connection whose refresh token is revoked; absent where none is
   *     configured
   */
  public record Request(Optional<Connection> connection) {}

  /** What became of the refresh token at the issuer; either way nothing is stored here any more. */
  public enum Outcome {
    /** The issuer has revoked it. */
    REVOKED,
    /** There was none, or the issuer could not be told; a warning has said why. */
    FORGOTTEN
  }

  /** Wires the use case to its ports. */
  public ForgetCredentials(
      AuthorizationServer server,
      TokenStore store,
      LoginLock lock,
      LoginsUnderWay logins,
      RefusedLogins refusals,
      SignedInUsers users,
      Notices notices) {
    this.server = server;
    this.store = store;
    this.lock = lock;
    this.logins = logins;
    this.refusals = refusals;
    this.users = users;
    this.notices = notices;
  }

  /**
   * Forgets.
   *
   * @throws SecretStoreUnavailable if the store cannot be emptied
   */
  public Outcome forget(Request request) {
    return request.connection().map(this::forget).orElseGet(() -> emptied(Outcome.FORGOTTEN));
  }

  private Outcome forget(Connection connection) {
    CredentialScope scope = connection.scope();
    endLogin(scope);
    refusals.forget(scope);
    LoginLock.Held held;
    try {
      held = lock.acquire(scope, PATIENCE);
    } catch (LoginFailed _) {
      // Whoever holds it may store a token after us, which is said; what is there goes all the
      // same.
      notices.warning(STILL_AT_WORK);
      return emptied(revoke(connection));
    }
    try (held) {
      return emptied(revoke(connection));
    }
  }

  private Outcome emptied(Outcome outcome) {
    users.forgetAll();
    store.forgetAll();
    return outcome;
  }

  /** What is signed in to while it is forgotten would be there again a moment later. */
  private void endLogin(CredentialScope scope) {
    if (logins.find(scope).isPresent()) {
      logins.cancel(scope);
      if (!logins.awaitEnd(scope, PATIENCE)) {
        notices.warning(STILL_AT_WORK);
      }
    }
  }

  private Outcome revoke(Connection connection) {
    return store
        .refreshToken(connection.scope())
        .map(token -> revoke(connection, token))
        .orElse(Outcome.FORGOTTEN);
  }

  private Outcome revoke(Connection connection, RefreshToken token) {
    try {
      return switch (server.revoke(connection, token)) {
        case REVOKED -> Outcome.REVOKED;
        case NOT_SUPPORTED -> {
          notices.warning("The issuer has no revocation endpoint; the session ends by itself.");
          yield Outcome.FORGOTTEN;
        }
      };
    } catch (GatepassException e) {
      notices.warning("The refresh token could not be revoked at the issuer: " + e.what());
      return Outcome.FORGOTTEN;
    }
  }
}
