package io.gatepass.application.usecase.login;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.SignedInUsers;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.application.usecase.token.ObtainToken.Caller;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.settings.Connection;
import java.time.Instant;
import java.util.Optional;

/** Signs a person in, in this process, unless a sign-in under way can be joined. */
public final class SignInNow {
  private final ObtainToken obtainToken;
  private final SignedInUsers users;

  /**
   * Who signs in to what.
   *
   * @param connection the gateway and the issuer
   * @param channel how the user gets to see the authorization page
   * @param anew whether to sign in also where somebody is signed in
   */
  public record Request(Connection connection, LoginChannel channel, boolean anew) {}

  /**
   * Somebody is signed in.
   *
   * @param user who, as far as it is known
   * @param expiresAt when the present token ends
   * @param isNew whether this call has signed them in
   */
  public record Outcome(Optional<String> user, Instant expiresAt, boolean isNew) {}

  /** Wires the use case to what it needs. */
  public SignInNow(ObtainToken obtainToken, SignedInUsers users) {
    this.obtainToken = obtainToken;
    this.users = users;
  }

  /**
   * Signs in.
   *
   * @throws GatepassException as {@link ObtainToken#obtain}
   */
  public Outcome signIn(Request request) {
    ObtainToken.Request asked =
        new ObtainToken.Request(
            request.connection(), LoginPolicy.EAGER, request.channel(), Caller.PERSON);
    ObtainToken.Outcome outcome =
        obtainToken.obtain(request.anew() ? asked.signingInAnew() : asked);
    return new Outcome(
        outcome.user().or(() -> users.find(request.connection().scope())),
        outcome.token().expiresAt(),
        outcome.tier() == Tier.LOGIN || outcome.user().isPresent());
  }
}
