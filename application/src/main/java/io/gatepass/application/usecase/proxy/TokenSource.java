package io.gatepass.application.usecase.proxy;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.application.usecase.token.ObtainToken.Caller;
import io.gatepass.domain.failure.LoginRequired;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.settings.Connection;
import java.util.Optional;

/**
 * Obtains tokens for the proxy in two steps, so that it is known whether somebody waits for the
 * issuer or for a person.
 */
final class TokenSource {
  private final ObtainToken obtainToken;
  private final Connection connection;
  private final LoginChannel channel;

  TokenSource(ObtainToken obtainToken, Connection connection, LoginChannel channel) {
    this.obtainToken = obtainToken;
    this.connection = connection;
    this.channel = channel;
  }

  /**
   * A cached or a refreshed token.
   *
   * @throws LoginRequired if only a sign-in could give one, or one other than the rejected one
   */
  AccessToken withoutLogin(Optional<AccessToken> rejected) {
    AccessToken token = obtain(LoginPolicy.DEFERRED, rejected);
    if (SharedToken.same(token, rejected)) {
      throw new LoginRequired(
          "The gateway takes the token no more, and only a sign-in gives another.",
          "Run: gatepass token");
    }
    return token;
  }

  /** A token of the tier that has one, which may be a sign-in. */
  AccessToken withLogin(Optional<AccessToken> rejected) {
    return obtain(LoginPolicy.EAGER, rejected);
  }

  private AccessToken obtain(LoginPolicy policy, Optional<AccessToken> rejected) {
    ObtainToken.Request any = new ObtainToken.Request(connection, policy, channel, Caller.TOOL);
    return obtainToken.obtain(rejected.map(any::otherThan).orElse(any)).token();
  }
}
