package io.gatepass.application.usecase.handout;

import io.gatepass.application.port.HandOuts;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.application.usecase.token.ObtainToken.Caller;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Request;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.gateway.CredentialScope;
import java.time.InstantSource;

/**
 * Hands out a token to a tool. One that asks again within seconds has shown its token to the
 * gateway and seen it turned down: then the token is renewed, once, rather than handed out again.
 */
public final class HandOutToken {
  private final ObtainToken obtainToken;
  private final TokenStore store;
  private final HandOuts handOuts;
  private final InstantSource clock;

  /** Wires the use case to what it needs. */
  public HandOutToken(
      ObtainToken obtainToken, TokenStore store, HandOuts handOuts, InstantSource clock) {
    this.obtainToken = obtainToken;
    this.store = store;
    this.handOuts = handOuts;
    this.clock = clock;
  }

  /**
   * Hands out a token.
   *
   * @throws GatepassException as {@link ObtainToken#obtain}
   */
  public Outcome handOut(Request request) {
    Outcome outcome = obtainToken.obtain(request);
    if (request.caller() != Caller.TOOL) {
      return outcome; // a person may look at a token as often as they like
    }
    CredentialScope scope = request.connection().scope();
    if (outcome.tier() == Tier.CACHE && isTurnedDown(scope, outcome) && canBeRenewed(scope)) {
      handOuts.rememberRenewal(scope, clock.instant());
      outcome = obtainToken.obtain(request.otherThan(outcome.token()));
    }
    handOuts.remember(scope, clock.instant());
    return outcome;
  }

  private boolean isTurnedDown(CredentialScope scope, Outcome outcome) {
    return new TurnedDown(handOuts, clock).isLikely(scope, outcome.token());
  }

  /** Without a refresh token only a sign-in would help, and nobody is asked for one on a guess. */
  private boolean canBeRenewed(CredentialScope scope) {
    try {
      return store.refreshToken(scope).isPresent();
    } catch (SecretStoreUnavailable e) {
      return false; // the token at hand is all there is
    }
  }
}
