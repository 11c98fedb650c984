package io.gatepass.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.browser.Page;
import io.gatepass.e2e.harness.Samples;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.parts.Chromium;
import io.gatepass.e2e.parts.OidcProvider;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sign-in in Chromium at oidc-provider; pictures are kept in {@code target/screenshots}. */
@Tag("acceptance")
final class RealBrowserIT {
  @RegisterExtension final Workplace place = new Workplace();

  private OidcProvider provider;
  private Chromium chromium;

  @BeforeEach
  void setUpLazily() throws IOException, InterruptedException {
    provider = OidcProvider.start(Workplace.CLIENT_ID);
    chromium = new Chromium(place.sandbox().root().resolve("chromium"));
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    assertThat(place.setupAt(provider.url(), "--lazy").exitCode()).isZero();
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void userSignsInAndReadsThatTheTabCanBeClosed() throws Exception {
    // Given
    place.browser().setUser(chromium.user("approve", "signed-in"));

    // When
    Finished token = place.gatepass("token");

    // Then
    Page page = place.browser().page();
    assertThat(token.token()).isNotBlank();
    assertThat(token.stderr()).contains("ada@example.com");
    assertThat(page.html()).contains("close").doesNotContain(token.token());
    assertThat(place.gatepass("token").token()).isEqualTo(token.token());
    assertThat(place.opener().count()).isOne();
  }

  @Test
  void userCancelsAndReadsWhatHappened() throws Exception {
    // Given
    place.browser().setUser(chromium.user("deny", "refused"));

    // When
    Finished token = place.gatepass("token");

    // Then
    assertThat(token.exitCode()).as("%s", token).isEqualTo(4);
    assertThat(token.stderr()).contains("The user cancelled the sign-in");
    assertThat(place.browser().page().html()).contains("The user cancelled the sign-in");
  }

  @Test
  void userSignsInAtTheEmbeddedIssuersPage() throws Exception {
    // Given
    place.browser().setUser(chromium.user("approve", "signed-in-at-the-demo"));
    assertThat(place.setup("--lazy").exitCode()).isZero();

    // When
    Finished token = place.gatepass("token");

    // Then
    assertThat(place.issuer().accepts(token.token())).isTrue();
    assertThat(place.browser().page().html()).contains("close");
  }
}
