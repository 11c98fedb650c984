package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.AuthorizationServer.LoginWatch;
import io.gatepass.application.port.AuthorizationServer.RefreshOutcome;
import io.gatepass.application.port.AuthorizationServer.RefreshOutcome.Refreshed;
import io.gatepass.application.port.AuthorizationServer.RefreshOutcome.Rejected;
import io.gatepass.application.port.AuthorizationServer.RevocationOutcome;
import io.gatepass.application.port.AuthorizationServer.Wish;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.settings.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What every {@link AuthorizationServer} does. Each test starts with an issuer that is up, rotates
 * refresh tokens and has a revocation endpoint, and a user who signs in when asked.
 */
public abstract class AuthorizationServerContract {
  /** The server under test; the same one at every call within a test. */
  protected abstract AuthorizationServer server();

  /** A connection to the issuer that the other methods are about. */
  protected abstract Connection connection();

  /** From now on the user refuses to sign in. */
  protected abstract void userRefuses() throws Exception;

  /** From now on the user does not look at the page. */
  protected abstract void userIsAway() throws Exception;

  /** From now on the issuer does not answer. */
  protected abstract void issuerIsDown() throws Exception;

  @Test
  protected void userWhoSignsInGetsTokensAndIsNamed() {
    TokenSet tokens = login();

    assertThat(tokens.accessToken().lifetime()).isGreaterThan(Duration.ZERO);
    assertThat(tokens.refreshToken()).isPresent();
    assertThat(tokens.user()).isPresent();
  }

  @Test
  protected void refreshTokenGivesFreshTokens() {
    TokenSet first = login();

    RefreshOutcome outcome = refresh(first.refreshToken().orElseThrow());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Refreshed.class,
            it -> {
              assertThat(it.tokens().accessToken()).isNotEqualTo(first.accessToken());
              assertThat(it.tokens().refreshToken()).isPresent().isNotEqualTo(first.refreshToken());
            });
  }

  @Test
  protected void refreshTokenThatTheIssuerDoesNotKnowIsRejected() {
    RefreshOutcome outcome = refresh(new RefreshToken(Secret.of("never-issued")));

    assertThat(outcome).isEqualTo(new Rejected("invalid_grant"));
  }

  @Test
  protected void revokedRefreshTokenIsOfNoUseAnyMore() {
    RefreshToken token = login().refreshToken().orElseThrow();

    RevocationOutcome outcome = server().revoke(connection(), token);

    assertThat(outcome).isEqualTo(RevocationOutcome.REVOKED);
    assertThat(refresh(token)).isInstanceOf(Rejected.class);
  }

  @Test
  protected void refusedLoginSaysWhatToDo() throws Exception {
    userRefuses();

    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(this::login)
        .satisfies(it -> assertThat(it.remedy()).isNotBlank());
  }

  @Test
  protected void issuerThatIsDownIsUnreachableAndRefusesNothing() throws Exception {
    RefreshToken token = login().refreshToken().orElseThrow();
    issuerIsDown();

    assertThatExceptionOfType(IssuerUnreachable.class).isThrownBy(() -> refresh(token));
    assertThatExceptionOfType(IssuerUnreachable.class)
        .isThrownBy(() -> server().revoke(connection(), token));
    assertThatExceptionOfType(IssuerUnreachable.class).isThrownBy(this::login);
  }

  @Test
  protected void pageIsToldBeforeTheUserHasSignedIn() {
    List<String> pages = new ArrayList<>();

    TokenSet tokens = login(watch(pages::add, Wish.WAIT));

    assertThat(tokens.user()).isPresent();
    assertThat(pages)
        .singleElement(as(STRING))
        .startsWith(connection().client().issuer().value())
        .contains("state=");
  }

  @Test
  protected void loginIsGivenUpWhenThatIsWanted() throws Exception {
    userIsAway();

    assertThatExceptionOfType(LoginFailed.class)
        .isThrownBy(() -> login(watch(_ -> {}, Wish.GIVE_UP)))
        .satisfies(it -> assertThat(it.reason()).isEqualTo(LoginFailed.Reason.ABANDONED));
  }

  private TokenSet login() {
    return login(watch(_ -> {}, Wish.WAIT));
  }

  private TokenSet login(LoginWatch watch) {
    return server().login(connection(), LoginChannel.BROWSER, watch);
  }

  private static LoginWatch watch(Consumer<String> onPage, Wish wish) {
    return new LoginWatch() {
      @Override
      public void pageReady(String url) {
        onPage.accept(url);
      }

      @Override
      public Wish wish() {
        return wish;
      }
    };
  }

  private RefreshOutcome refresh(RefreshToken token) {
    return server().refresh(connection(), token);
  }
}
