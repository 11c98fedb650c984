package io.gatepass.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.RunningGatepass;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The user has closed the tab; the next tool that asks opens the same page again. */
@Tag("acceptance") // half a minute must pass
final class ClosedTabIT {
  private static final Duration BETWEEN_PAGES = Duration.ofSeconds(30);

  @RegisterExtension final Workplace place = new Workplace();

  private final BlockingQueue<URI> pages = new LinkedBlockingQueue<>();

  @BeforeEach
  void setUpLazilyWithAUserWhoClosesTheTab() throws IOException {
    place.giveMemory();
    assertThat(place.setup("--lazy").exitCode()).isZero();
    place
        .browser()
        .setUser((browser, address) -> {
          pages.add(address);
          return browser.get(URI.create(place.issuer().url() + "/jwks"));
        });
  }

  @Test
  void samePageOpensAgainForAToolThatAsksHalfAMinuteLaterAndAllGetItsToken() throws Exception {
    // Given
    RunningGatepass first = place.start("token");
    URI closed = pages.take();
    RunningGatepass atOnce = place.start("token");
    assertThat(place.gatepass("status").stdout())
        .contains("signed in     no", "under way since", closed.toString());

    // When
    Workplace.let(BETWEEN_PAGES);
    assertThat(place.opener().count()).isOne();
    place
        .browser()
        .setUser((browser, address) -> {
          pages.add(address);
          return FakeBrowser.approve(browser, address);
        });
    RunningGatepass later = place.start("token");

    // Then
    assertThat(pages.take()).isEqualTo(closed);
    String token = later.finish().token();
    assertThat(List.of(first.finish().token(), atOnce.finish().token())).containsOnly(token);
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
    assertThat(place.opener().count()).isEqualTo(2);
    assertThat(place.gatepass("status").stdout()).contains("signed in     yes");
  }

  @Test
  void logoutEndsASignInThatIsUnderWay() throws Exception {
    // Given
    RunningGatepass waiting = place.start("token");
    pages.take();

    // When
    assertThat(place.gatepass("logout").exitCode()).isZero();

    // Then
    assertThat(waiting.finish().exitCode()).isEqualTo(4);
    assertThat(place.gatepass("status").stdout())
        .contains("signed in     no")
        .doesNotContain("under way");
  }
}
