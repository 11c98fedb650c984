package io.gatepass.application.usecase.token;

import io.gatepass.application.port.Notices;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.application.usecase.token.ObtainToken.Tier;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.RefreshWindow;
import io.gatepass.domain.oauth.TokenSet;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tokens that are at hand: this process's own and the store's. What the store does not take is
 * held here, so that a rotated refresh token is not lost while the process runs.
 */
final class HeldTokens {
  private final TokenStore store;
  private final Notices notices;
  private final InstantSource clock;
  private final Map<CredentialScope, Held> memory = new ConcurrentHashMap<>();
  private final Map<CredentialScope, RefreshToken> unsaved = new ConcurrentHashMap<>();
  private final Map<CredentialScope, SecretStoreUnavailable> saveFailures =
      new ConcurrentHashMap<>();

  /** The latest access token that was seen, fresh or not, and where. */
  private record Held(AccessToken token, Tier tier) {
    Held orLater(Held other) {
      return other.token.expiresAt().isAfter(token.expiresAt()) ? other : this;
    }
  }

  HeldTokens(TokenStore store, Notices notices, InstantSource clock) {
    this.store = store;
    this.notices = notices;
    this.clock = clock;
  }

  /** Tier 1. */
  Optional<Outcome> fromMemory(CredentialScope scope) {
    return Optional.ofNullable(memory.get(scope))
        .map(Held::token)
        .filter(this::isFresh)
        .map(token -> new Outcome(token, Tier.MEMORY, Optional.empty()));
  }

  /** Tier 2. */
  Optional<Outcome> fromStore(CredentialScope scope) {
    Optional<AccessToken> stored = store.accessToken(scope);
    stored.ifPresent(token -> memory.merge(scope, new Held(token, Tier.CACHE), Held::orLater));
    Optional<AccessToken> fresh = stored.filter(this::isFresh);
    // Another process has signed in or refreshed since; its refresh token is the one to use.
    fresh.ifPresent(_ -> unsaved.remove(scope));
    return fresh.map(token -> new Outcome(token, Tier.CACHE, Optional.empty()));
  }

  /** A token that has not expired yet, without asking the store again: it may be in trouble. */
  Optional<Outcome> unexpired(CredentialScope scope) {
    return Optional.ofNullable(memory.get(scope))
        .filter(held -> !held.token().hasExpired(clock.instant()))
        .map(held -> new Outcome(held.token(), held.tier(), Optional.empty()));
  }

  /** The token that a sign-in has just put into the store: as fresh as one can be had. */
  Optional<AccessToken> justGiven(CredentialScope scope) {
    return store.accessToken(scope);
  }

  /** Whether a sign-in survives this process. */
  boolean areRemembered() {
    return store.describe().remembers();
  }

  /** Why what was last to be kept was not stored, if it was not. */
  Optional<SecretStoreUnavailable> saveFailure(CredentialScope scope) {
    return Optional.ofNullable(saveFailures.get(scope));
  }

  Optional<RefreshToken> refreshToken(CredentialScope scope) {
    return Optional.ofNullable(unsaved.get(scope)).or(() -> store.refreshToken(scope));
  }

  /**
   * Forgets a refresh token that the issuer has declared dead, unless another process has put
   * another in its place meanwhile: then tells that one.
   */
  Optional<RefreshToken> successorOfDead(CredentialScope scope, RefreshToken token) {
    boolean wasUnsaved = unsaved.remove(scope, token);
    Optional<RefreshToken> stored = store.refreshToken(scope);
    Optional<RefreshToken> successor = stored.filter(it -> !it.equals(token));
    if (stored.isPresent() && successor.isEmpty() && !wasUnsaved) {
      forgetDead(scope);
    }
    return successor;
  }

  /** A read-only store keeps it, which is said and no reason to keep the user from signing in. */
  private void forgetDead(CredentialScope scope) {
    try {
      store.deleteRefreshToken(scope);
    } catch (SecretStoreUnavailable e) {
      if (e.reason() != Reason.READ_ONLY) {
        throw e;
      }
      notices.warning(
          "The stored refresh token is of no use any more: " + e.what() + " " + e.remedy());
    }
  }

  /** Keeps what the issuer gave; where the store does not take it, in this process only. */
  Outcome keep(CredentialScope scope, TokenSet tokens, Tier tier) {
    memory.put(scope, new Held(tokens.accessToken(), Tier.MEMORY));
    tokens.refreshToken().ifPresent(token -> unsaved.put(scope, token));
    Optional<RefreshToken> toSave = Optional.ofNullable(unsaved.get(scope));
    try {
      store.save(scope, new TokenSet(tokens.accessToken(), toSave, tokens.user()));
      saveFailures.remove(scope);
      TokenStore.Description description = store.describe();
      if (description.remembers()) {
        unsaved.remove(scope);
      } else if (tier == Tier.LOGIN) {
        notices.warning("The sign-in will not be remembered: " + description.explanation());
      }
    } catch (SecretStoreUnavailable e) {
      saveFailures.put(scope, e);
      notices.warning(lossOf(toSave, tier) + e.what() + " " + e.remedy());
    }
    return new Outcome(tokens.accessToken(), tier, tokens.user());
  }

  private static String lossOf(Optional<RefreshToken> lost, Tier tier) {
    if (tier == Tier.LOGIN) {
      return "The sign-in will not be remembered: ";
    }
    return lost.isPresent()
        ? "The renewed sign-in could not be stored, so you may have to sign in again soon: "
        : "The renewed token could not be stored: ";
  }

  private boolean isFresh(AccessToken token) {
    return RefreshWindow.isFresh(token, clock.instant());
  }
}
