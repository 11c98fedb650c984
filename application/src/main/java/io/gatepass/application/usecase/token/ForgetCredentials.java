package io.gatepass.application.usecase.token;

import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.RefusedLogins;
import io.gatepass.application.port.TokenStore;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.settings.Connection;
import java.util.Optional;

/**
 * Revokes the refresh token at the issuer (RFC 7009), as far as the issuer allows it, and forgets
 * every credential. A revocation that fails is a warning; the credentials are forgotten all the
 * same.
 */
public final class ForgetCredentials {
  private final AuthorizationServer server;
  private final TokenStore store;
  private final RefusedLogins refusals;
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
      AuthorizationServer server, TokenStore store, RefusedLogins refusals, Notices notices) {
    this.server = server;
    this.store = store;
    this.refusals = refusals;
    this.notices = notices;
  }

  /**
   * Forgets.
   *
   * @throws SecretStoreUnavailable if the store cannot be emptied
   */
  public Outcome forget(Request request) {
    Outcome outcome = request.connection().map(this::revoke).orElse(Outcome.FORGOTTEN);
    store.forgetAll();
    request.connection().map(Connection::scope).ifPresent(refusals::forget);
    return outcome;
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
