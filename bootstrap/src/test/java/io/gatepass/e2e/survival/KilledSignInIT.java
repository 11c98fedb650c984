package io.gatepass.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.LoginProcesses;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.RunningGatepass;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code kill -9} of the sign-in itself: nothing is left that the next one waits for. */
final class KilledSignInIT {
  @RegisterExtension final Workplace place = new Workplace();

  private final CountDownLatch opened = new CountDownLatch(1);

  @BeforeEach
  void setUpLazilyWithAUserWhoDoesNotSignIn() {
    assertThat(place.setup("--lazy").exitCode()).isZero();
    place
        .browser()
        .setUser((browser, address) -> {
          opened.countDown();
          return browser.get(URI.create(place.issuer().url() + "/jwks"));
        });
  }

  @Test
  void callerThatWaitsForItStartsANewOne() throws Exception {
    // Given
    RunningGatepass waiting = place.start("token");
    opened.await();
    place.browser().setUser(FakeBrowser::approve);

    // When
    LoginProcesses.kill(LoginProcesses.await(place.sandbox()));

    // Then
    assertOneSignIn(waiting.finish(), 2);
  }

  @Test
  void nextCallerStartsANewOneWhereItsCallerIsDeadToo() throws Exception {
    // Given
    RunningGatepass dead = place.start("token");
    opened.await();
    place.browser().setUser(FakeBrowser::approve);
    dead.kill();
    LoginProcesses.kill(LoginProcesses.await(place.sandbox()));

    // When
    Finished next = place.gatepass("token");

    // Then
    assertOneSignIn(next, 2);
  }

  @Test
  void callerStartsANewOneWhereItIsKilledBeforeItListens() {
    // Given
    place.browser().setUser(FakeBrowser::approve);
    RunningGatepass waiting = place.start("token");

    // When
    LoginProcesses.kill(LoginProcesses.await(place.sandbox()));

    // Then: at most one of them got as far as a browser
    assertThat(place.issuer().accepts(waiting.finish().token())).isTrue();
    assertThat(place.opener().count()).isBetween(1, 2);
  }

  @Test
  void callerFindsTheTokenWhereItIsKilledAfterItHasSignedIn() throws Exception {
    // Given
    place.browser().setUser(FakeBrowser::approve);
    RunningGatepass waiting = place.start("token");
    ProcessHandle login = LoginProcesses.await(place.sandbox());
    place.browser().page();

    // When
    LoginProcesses.kill(login);

    // Then: the page is shown when the tokens have come, so at worst they are asked for again
    assertThat(place.issuer().accepts(waiting.finish().token())).isTrue();
    assertThat(place.opener().count()).isBetween(1, 2);
  }

  private void assertOneSignIn(Finished token, int windows) {
    assertThat(place.issuer().accepts(token.token())).isTrue();
    assertThat(place.opener().count()).isEqualTo(windows);
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
  }
}
