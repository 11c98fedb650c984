package io.gatepass.adapters.oidc.flow;

import io.gatepass.adapters.oidc.browser.Browser;
import io.gatepass.adapters.oidc.http.TimeLimit;
import io.gatepass.adapters.oidc.redirect.Page;
import io.gatepass.adapters.oidc.redirect.PendingCallback;
import io.gatepass.adapters.oidc.redirect.RedirectListener;
import io.gatepass.adapters.oidc.token.AuthorizationRequest;
import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.AuthorizationServer.LoginWatch;
import io.gatepass.application.port.Notices;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.oauth.TokenSet;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** One sign-in in the browser, from the listener's first moment to the page that ends it. */
public final class BrowserLogin {
  /** How long a person has: 3 minutes. */
  public static final Duration PATIENCE = Duration.ofMinutes(3);

  /** How often the watch is asked what is wanted. */
  private static final Duration LOOK = Duration.ofMillis(250);

  private final Browser browser;
  private final Notices notices;
  private final SecureRandom random;
  private final InstantSource clock;
  private final Duration patience;

  /**
   * Sign-ins in that browser.
   *
   * @param patience how long a person has
   */
  public BrowserLogin(
      Browser browser,
      Notices notices,
      SecureRandom random,
      InstantSource clock,
      Duration patience) {
    this.browser = browser;
    this.notices = notices;
    this.random = random;
    this.clock = clock;
    this.patience = patience;
  }

  /**
   * Signs the user in.
   *
   * @param port the redirect listener's port, or any
   * @throws GatepassException if it comes to nothing
   */
  TokenSet signIn(
      Session session,
      Optional<Integer> port,
      LoginChannel channel,
      LoginWatch watch,
      TimeLimit limit) {
    AuthorizationRequest request = AuthorizationRequest.fresh(random);
    try (RedirectListener listener = RedirectListener.open(port, request.state())) {
      String redirectUri = listener.redirectUri();
      String url = session.endpoints().authorizationUrl(request, redirectUri);
      watch.pageReady(url);
      show(url, channel, listener);
      PendingCallback callback =
          awaited(listener, session, watch, () -> show(url, channel, listener));
      CodeExchange exchange = new CodeExchange(session, request, redirectUri, limit, clock);
      TokenSet tokens = finish(callback, exchange, session);
      warnIfItCannotLast(tokens);
      return tokens;
    }
  }

  /**
   * The browser starts beside the wait: some browsers stay in the foreground until they are closed.
   */
  private void show(String url, LoginChannel channel, RedirectListener listener) {
    switch (channel) {
      case PRINTED_URL -> notices.authorizationUrl(url);
      case BROWSER ->
          Thread.ofVirtual()
              .name("gatepass-browser")
              .start(() -> {
                if (!browser.open(url) && listener.isWaiting()) {
                  notices.authorizationUrl(url);
                }
              });
    }
  }

  private PendingCallback awaited(
      RedirectListener listener, Session session, LoginWatch watch, Runnable show) {
    LoginFailures failures = new LoginFailures(session.issuer());
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        Optional<PendingCallback> callback = listener.poll(LOOK);
        if (callback.isPresent()) {
          return callback.get();
        }
        switch (watch.wish()) {
          case WAIT -> {}
          case SHOW_AGAIN -> show.run();
          case GIVE_UP -> throw failures.givenUp();
        }
      }
      return listener.lastLook().orElseThrow(() -> failures.nobodyCame(patience));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.interrupted();
    }
  }

  /** The browser is told how it ended, whatever happens. */
  private static TokenSet finish(PendingCallback callback, CodeExchange exchange, Session session) {
    Page page = Page.broken();
    try {
      TokenSet tokens = exchange.tokens(callback.authorization());
      page = Page.signedIn(tokens.user().orElse(""), session.issuer());
      return tokens;
    } catch (GatepassException e) {
      page = Page.failed(e);
      throw e;
    } finally {
      callback.answer(page);
    }
  }

  private void warnIfItCannotLast(TokenSet tokens) {
    if (tokens.refreshToken().isEmpty()) {
      notices.warning(
          "The issuer gave no refresh token, so you will have to sign in again when this token"
              + " expires. Ask whoever runs the issuer to allow offline_access to this client.");
    }
  }
}
