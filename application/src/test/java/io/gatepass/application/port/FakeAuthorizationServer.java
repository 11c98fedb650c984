package io.gatepass.application.port;

import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.settings.Connection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An issuer in memory that rotates refresh tokens and counts what it is asked. */
public final class FakeAuthorizationServer implements AuthorizationServer {
  private final InstantSource clock;
  private final AtomicInteger serial = new AtomicInteger();
  private final AtomicInteger pages = new AtomicInteger();
  private final AtomicInteger logins = new AtomicInteger();
  private final AtomicInteger refreshes = new AtomicInteger();
  private final AtomicReference<Runnable> beforeRefresh = new AtomicReference<>(() -> {});
  private final AtomicInteger revocations = new AtomicInteger();
  private final Set<RefreshToken> alive = new HashSet<>();
  private Duration lifetime = Duration.ofHours(1);
  private boolean givesRefreshTokens = true;
  private @Nullable GatepassException loginFailure;
  private @Nullable User user;
  private @Nullable GatepassException otherFailure;
  private @Nullable LoginChannel channel;
  private RevocationOutcome revocation = RevocationOutcome.REVOKED;

  /** An issuer whose tokens start to live at the clock's time. */
  public FakeAuthorizationServer(InstantSource clock) {
    this.clock = clock;
  }

  /** How long access tokens live from now on. */
  public void tokensLive(Duration duration) {
    lifetime = duration;
  }

  /** From now on the issuer gives no refresh tokens, and those it gave can be used again. */
  public void givesNoRefreshTokens() {
    givesRefreshTokens = false;
  }

  /** Makes every login fail; null heals it. */
  public void failLoginsWith(@Nullable GatepassException failure) {
    loginFailure = failure;
  }

  /** What the user does with the authorization page; null signs in at once. */
  @FunctionalInterface
  public interface User {
    /** Acts; returns when the answer is on its way, or throws what the login fails with. */
    void act(LoginWatch watch);
  }

  /** A user who never comes, until the login is given up. */
  public static void staysAway(LoginWatch watch) {
    while (watch.wish() != Wish.GIVE_UP) {
      Thread.onSpinWait();
    }
    throw new LoginFailed(
        LoginFailed.Reason.ABANDONED, "The sign-in was given up.", "Begin another.");
  }

  /** From now on this user looks at the pages. */
  public void setUser(@Nullable User changed) {
    user = changed;
  }

  /** Makes every refresh and revocation fail; null heals it. */
  public void failRequestsWith(@Nullable GatepassException failure) {
    otherFailure = failure;
  }

  /** Declares every refresh token dead. */
  public synchronized void killRefreshTokens() {
    alive.clear();
  }

  /** Lets something happen while the next refresh request is on its way. */
  public void beforeNextRefresh(Runnable event) {
    beforeRefresh.set(event);
  }

  /** From now on the issuer has no revocation endpoint. */
  public void cannotRevoke() {
    revocation = RevocationOutcome.NOT_SUPPORTED;
  }

  /** How the user last got to see the authorization page, if at all. */
  public Optional<LoginChannel> channel() {
    return Optional.ofNullable(channel);
  }

  /** How many logins have shown their page. */
  public int pages() {
    return pages.get();
  }

  /** How often the user had to sign in. */
  public int logins() {
    return logins.get();
  }

  /** How many refresh requests came. */
  public int refreshes() {
    return refreshes.get();
  }

  /** How many revocation requests came. */
  public int revocations() {
    return revocations.get();
  }

  @Override
  public TokenSet login(Connection connection, LoginChannel shown, LoginWatch watch) {
    if (!(loginFailure instanceof LoginFailed)) {
      throwIfSet(loginFailure);
    }
    channel = shown;
    watch.pageReady(connection.client().issuer().value() + "/authorize?state=" + pages.get());
    pages.incrementAndGet();
    User present = user;
    if (present != null) {
      present.act(watch);
    }
    throwIfSet(loginFailure);
    logins.incrementAndGet();
    return signedIn();
  }

  private synchronized TokenSet signedIn() {
    return tokens(Optional.of("ada@example.com"));
  }

  @Override
  public synchronized RefreshOutcome refresh(Connection connection, RefreshToken token) {
    beforeRefresh.getAndSet(() -> {}).run();
    throwIfSet(otherFailure);
    refreshes.incrementAndGet();
    if (!alive.contains(token)) {
      return new RefreshOutcome.Rejected("invalid_grant");
    }
    if (givesRefreshTokens) {
      alive.remove(token);
    }
    return new RefreshOutcome.Refreshed(tokens(Optional.empty()));
  }

  @Override
  public synchronized RevocationOutcome revoke(Connection connection, RefreshToken token) {
    throwIfSet(otherFailure);
    revocations.incrementAndGet();
    if (revocation == RevocationOutcome.REVOKED) {
      alive.remove(token);
    }
    return revocation;
  }

  private TokenSet tokens(Optional<String> user) {
    int number = serial.incrementAndGet();
    AccessToken access =
        new AccessToken(
            Secret.of("access-" + number), clock.instant(), clock.instant().plus(lifetime));
    if (!givesRefreshTokens) {
      return new TokenSet(access, Optional.empty(), user);
    }
    RefreshToken refresh = new RefreshToken(Secret.of("refresh-" + number));
    alive.add(refresh);
    return new TokenSet(access, Optional.of(refresh), user);
  }

  private static void throwIfSet(@Nullable GatepassException failure) {
    if (failure != null) {
      throw failure;
    }
  }
}
