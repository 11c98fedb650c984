package io.gatepass.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.GatepassImage;
import io.gatepass.e2e.image.RunningGatepass;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code kill -9} while the browser is open: nothing is left that the next sign-in waits for. */
final class KilledSignInIT {
  private static final int KILLED = 128 + 9;

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
  void nextCallerStartsANewSignIn() throws Exception {
    // Given
    Victim victim = startVictim();
    opened.await();

    // When
    victim.kill();
    place.browser().setUser(FakeBrowser::approve);
    Finished next = place.gatepass("token");

    // Then
    assertThat(place.issuer().accepts(next.token())).isTrue();
    assertThat(place.opener().count()).isEqualTo(2);
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
  }

  @Test
  void callerThatWaitedForItStartsANewSignIn() throws Exception {
    // Given
    Victim victim = startVictim();
    opened.await();
    place.browser().setUser(FakeBrowser::approve);
    RunningGatepass waiting = place.start("token");

    // When
    victim.kill();
    Finished waited = waiting.finish();

    // Then
    assertThat(place.issuer().accepts(waited.token())).isTrue();
    assertThat(place.opener().count()).isEqualTo(2);
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
  }

  private Victim startVictim() {
    Path pid = place.sandbox().root().resolve("victim.pid");
    // The shell becomes gatepass, so its number is gatepass's.
    String script = "echo $$ >\"$1\"; exec \"$2\" token";
    RunningGatepass run =
        GatepassImage.run(
            place.sandbox(),
            List.of(
                "/bin/sh",
                "-c",
                script,
                "sh",
                pid.toString(),
                place.image().launcher().toString()));
    return new Victim(run, pid);
  }

  private record Victim(RunningGatepass run, Path pid) {
    void kill() throws Exception {
      String number = Files.readString(pid).strip();
      assertThat(new ProcessBuilder("kill", "-KILL", number).start().waitFor()).isZero();
      assertThat(run.finish().exitCode()).isEqualTo(KILLED);
    }
  }
}
