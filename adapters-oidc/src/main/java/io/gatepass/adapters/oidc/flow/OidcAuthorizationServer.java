package io.gatepass.adapters.oidc.flow;

import com.nimbusds.jwt.JWT;
import io.gatepass.adapters.oidc.discovery.Discovery;
import io.gatepass.adapters.oidc.discovery.ProviderMetadata;
import io.gatepass.adapters.oidc.http.HttpClientFactory;
import io.gatepass.adapters.oidc.http.IssuerClock;
import io.gatepass.adapters.oidc.http.IssuerHttp;
import io.gatepass.adapters.oidc.http.TimeLimit;
import io.gatepass.adapters.oidc.http.Unreachable;
import io.gatepass.adapters.oidc.idtoken.IdTokenValidator;
import io.gatepass.adapters.oidc.idtoken.UntrustworthyIdToken;
import io.gatepass.adapters.oidc.token.OAuthEndpoints;
import io.gatepass.adapters.oidc.token.TokenAnswer;
import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.Notices;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.oauth.ClientRegistration;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.settings.Connection;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * A real OIDC issuer, over HTTP. A refresh costs one request while the discovery document is in the
 * cache, and everything together has 15 seconds.
 */
public final class OidcAuthorizationServer implements AuthorizationServer {
  /** What only the user can mend: the refresh token is dead, or the user must act. */
  private static final Set<String> REJECTIONS =
      Set.of("invalid_grant", "login_required", "interaction_required");

  private final HttpClientFactory clients;
  private final Discovery discovery;
  private final BrowserLogin browserLogin;
  private final Notices notices;
  private final InstantSource clock;
  private final TimeLimit limit;

  /**
   * The issuers that connections name.
   *
   * @param limit for a refresh, a revocation, and each step of a login but the user's own
   */
  public OidcAuthorizationServer(
      HttpClientFactory clients,
      Discovery discovery,
      BrowserLogin browserLogin,
      Notices notices,
      InstantSource clock,
      TimeLimit limit) {
    this.clients = clients;
    this.discovery = discovery;
    this.browserLogin = browserLogin;
    this.notices = notices;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public TokenSet login(Connection connection, LoginChannel channel, LoginWatch watch) {
    ClientRegistration client = connection.client();
    try (IssuerHttp http = clients.open(connection.tls())) {
      // Asked, not remembered: no browser is opened for an issuer that is not there.
      ProviderMetadata metadata =
          limit.spentOn(client.issuer(), () -> discovery.ask(client.issuer(), http));
      Session session = new Session(client, metadata, http);
      TokenSet tokens =
          browserLogin.signIn(session, connection.callbackPort(), channel, watch, limit);
      warnOfWrongClock(client.issuer(), http.clock());
      return tokens;
    }
  }

  @Override
  public RefreshOutcome refresh(Connection connection, RefreshToken token) {
    return atIssuer(connection, session -> refresh(session, token));
  }

  private RefreshOutcome refresh(Session session, RefreshToken token) throws IOException {
    return switch (session.endpoints().refresh(token)) {
      case TokenAnswer.Granted granted -> refreshed(session, granted);
      case TokenAnswer.Refused refused when REJECTIONS.contains(refused.error()) ->
          new RefreshOutcome.Rejected(refused.error());
      case TokenAnswer.Refused refused -> throw refusesClient(session.issuer(), "refresh", refused);
    };
  }

  @Override
  public RevocationOutcome revoke(Connection connection, RefreshToken token) {
    return atIssuer(
        connection,
        session -> {
          if (session.metadata().revocationEndpoint().isEmpty()) {
            return RevocationOutcome.NOT_SUPPORTED;
          }
          Optional<TokenAnswer.Refused> error = session.endpoints().revoke(token);
          return error
              .map(refused -> notRevoked(session.issuer(), refused))
              .orElse(RevocationOutcome.REVOKED);
        });
  }

  /** Work in a session. */
  private interface Work<T> {
    T in(Session session) throws IOException;
  }

  /** Where the remembered metadata leads nowhere, the issuer is asked once where it has moved. */
  private <T> T atIssuer(Connection connection, Work<T> work) {
    ClientRegistration client = connection.client();
    Issuer issuer = client.issuer();
    try (IssuerHttp http = clients.open(connection.tls())) {
      return limit.spentOn(
          issuer,
          () -> {
            Discovery.Found found = discovery.find(issuer, http);
            try {
              return work.in(new Session(client, found.metadata(), http));
            } catch (OAuthEndpoints.Moved e) {
              if (!found.cached()) {
                throw Unreachable.answered(
                    issuer, "names an endpoint that is not there (HTTP 404)");
              }
              return work.in(new Session(client, discovery.ask(issuer, http), http));
            }
          });
    }
  }

  private RefreshOutcome refreshed(Session session, TokenAnswer.Granted granted) {
    Optional<String> user = granted.idToken().map(it -> user(session, it, granted));
    warnOfWrongClock(session.issuer(), session.http().clock());
    return new RefreshOutcome.Refreshed(TokenSets.of(granted, clock.instant(), user));
  }

  /**
   * Who signed in. The times are judged by the issuer's clock, however far off this machine's is:
   * the tokens live by this machine's, and to refuse them would lose a refresh token that the
   * issuer has just replaced.
   */
  private static String user(Session session, JWT idToken, TokenAnswer.Granted granted) {
    try {
      return new IdTokenValidator(session.client(), session.http().clock())
          .ofRefresh(idToken, granted)
          .user();
    } catch (UntrustworthyIdToken e) {
      throw Unreachable.answered(
          session.issuer(), "sent, with a refreshed token, an ID token that " + e.rule());
    }
  }

  private void warnOfWrongClock(Issuer issuer, IssuerClock issuerClock) {
    if (issuerClock.differs()) {
      notices.warning(
          "This machine's clock is "
              + issuerClock.howFarOff()
              + ", by the time at "
              + issuer
              + ". Set it right.");
    }
  }

  private static RevocationOutcome notRevoked(Issuer issuer, TokenAnswer.Refused refused) {
    if (refused.error().equals("unsupported_token_type")) {
      return RevocationOutcome.NOT_SUPPORTED;
    }
    throw refusesClient(issuer, "revoke", refused);
  }

  /** Neither trying again nor signing in again would help: the settings and the issuer disagree. */
  private static InvalidSettings refusesClient(
      Issuer issuer, String deed, TokenAnswer.Refused refused) {
    return new InvalidSettings(
        Kind.FAILED,
        "The issuer " + issuer + " refused to " + deed + " the token: " + refused.text() + ".",
        "Check the client id, the audience and the scopes with whoever runs the issuer.");
  }
}
