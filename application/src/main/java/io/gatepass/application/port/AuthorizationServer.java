package io.gatepass.application.port;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.settings.Connection;

/**
 * The OIDC issuer (RFC 6749 §1.1). No method retries; none of the failures holds a token, a code or
 * a response body.
 */
public interface AuthorizationServer {
  /**
   * Signs the user in: authorization code with PKCE in the browser (RFC 8252), the code exchange,
   * and the ID token's validation (OIDC Core §3.1.3.7). Returns when the user has finished.
   *
   * @param channel how the user gets to see the authorization page
   * @param watch follows the login while the user is away
   * @throws LoginFailed if it is refused, times out, is given up, or answers what cannot be trusted
   * @throws IssuerUnreachable if the issuer does not answer, or answers 5xx or nonsense
   * @throws InvalidSettings if the issuer is not the one that the settings name, is not safe to
   *     use, or the callback port is taken; no browser was opened
   */
  TokenSet login(Connection connection, LoginChannel channel, LoginWatch watch);

  /**
   * Exchanges a refresh token for a fresh access token (RFC 6749 §6).
   *
   * @throws IssuerUnreachable if the issuer does not answer, or answers 5xx or nonsense
   * @throws InvalidSettings if the issuer refuses the client itself ({@code invalid_client}, {@code
   *     invalid_scope} …): neither time nor a login would help
   */
  RefreshOutcome refresh(Connection connection, RefreshToken token);

  /**
   * Revokes a refresh token (RFC 7009).
   *
   * @throws IssuerUnreachable if the issuer does not answer, or answers 5xx or nonsense
   * @throws InvalidSettings if the issuer refuses the client itself
   */
  RevocationOutcome revoke(Connection connection, RefreshToken token);

  /** How the user gets to see the authorization page. */
  enum LoginChannel {
    /** The browser is opened. */
    BROWSER,
    /** The authorization URL is printed, for somebody to open it (SSH, CI). */
    PRINTED_URL
  }

  /** Follows a login while the user is away. */
  interface LoginWatch {
    /** The redirect listener listens, and the page is about to be shown for the first time. */
    void pageReady(String url);

    /** What is wanted now; asked a few times a second until the answer has come. */
    Wish wish();
  }

  /** What somebody wants of a login under way. */
  enum Wish {
    /** Nothing but its end. */
    WAIT,
    /** The same page once more: the user may have closed it. */
    SHOW_AGAIN,
    /** That it is given up. */
    GIVE_UP
  }

  /** The issuer's answer to a refresh. */
  sealed interface RefreshOutcome {
    /** Fresh tokens; a refresh token among them replaces the old one. */
    record Refreshed(TokenSet tokens) implements RefreshOutcome {}

    /**
     * The refresh token is dead or the user must act: {@code invalid_grant}, {@code
     * login_required}, {@code interaction_required}.
     *
     * @param error the OAuth error code
     */
    record Rejected(String error) implements RefreshOutcome {}
  }

  /** The issuer's answer to a revocation. */
  enum RevocationOutcome {
    /** The token is of no use to anybody any more. */
    REVOKED,
    /** The issuer has no revocation endpoint. */
    NOT_SUPPORTED
  }
}
