package io.gatepass.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.GatepassImage;
import io.gatepass.e2e.image.RunningGatepass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tools kill a helper that takes long. The sign-in that it began goes on without it. */
final class KilledCallerIT {
  @RegisterExtension final Workplace place = new Workplace();

  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch personComes = new CountDownLatch(1);

  @BeforeEach
  void setUpLazilyWithAUserWhoTakesTheirTime() {
    assertThat(place.setup("--lazy").exitCode()).isZero();
    place
        .browser()
        .setUser((browser, address) -> {
          opened.countDown();
          personComes.await();
          return FakeBrowser.approve(browser, address);
        });
  }

  /** The second column: whether the signal goes to the whole process group. */
  @ParameterizedTest
  @CsvSource({"TERM, false", "KILL, false", "HUP, true", "INT, true", "TERM, true", "KILL, true"})
  void nextCallerGetsTheTokenOfTheSignInThatAKilledOneBegan(String signal, boolean group)
      throws Exception {
    // Given
    Path pid = place.sandbox().root().resolve("caller.pid");
    RunningGatepass caller = startInAGroupOfItsOwn(pid);
    opened.await();

    // When
    String number = Files.readString(pid).strip();
    kill(signal, (group ? "-" : "") + number);
    assertThat(caller.finish().exitCode()).isNotZero();
    personComes.countDown();
    String token = place.gatepass("token").token();

    // Then
    assertThat(place.issuer().accepts(token)).isTrue();
    assertThat(place.opener().count()).isOne();
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
    assertThat(place.browser().page().status()).isEqualTo(200);
  }

  /** The shell becomes gatepass, so its number is gatepass's, and its group's. */
  private RunningGatepass startInAGroupOfItsOwn(Path pid) {
    String script = "echo $$ >\"$1\"; exec \"$2\" token";
    String launcher = place.image().launcher().toString();
    return GatepassImage.run(
        place.sandbox(),
        List.of("setsid", "/bin/sh", "-c", script, "sh", pid.toString(), launcher));
  }

  private static void kill(String signal, String target) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + signal, "--", target).start();
    assertThat(kill.waitFor()).isZero();
  }
}
