package io.gatepass.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.http.Parameters;
import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Fault;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.browser.Page;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an issuer, or somebody in its place, sends and must not be believed. */
final class ForgedAnswersIT {
  @RegisterExtension final Workplace place = new Workplace();

  @BeforeEach
  void setUpLazily() {
    assertThat(place.setup("--lazy").exitCode()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "WRONG_NONCE",
        "WRONG_ID_TOKEN_ISSUER",
        "WRONG_AUDIENCE",
        "EXPIRED_ID_TOKEN",
        "WRONG_AT_HASH",
        "BAD_SIGNATURE",
        "UNSIGNED_ID_TOKEN"
      })
  void idTokenThatIsNotForThisSignInIsRefused(Fault fault) {
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withFault(fault));

    Finished token = place.gatepass("token");

    assertRefused(token);
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
  }

  @ParameterizedTest
  @EnumSource(names = {"WRONG_ISS_PARAMETER", "MISSING_ISS_PARAMETER"})
  void redirectFromAnotherIssuerIsRefusedBeforeItsCodeIsUsed(Fault fault) throws Exception {
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withFault(fault));

    Finished token = place.gatepass("token");

    assertRefused(token);
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"FOREIGN_METADATA", "NO_S256"})
  void metadataThatCannotBeTrustedOpenNoBrowser(Fault fault) {
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withFault(fault));

    Finished token = place.gatepass("token");

    assertThat(token.exitCode()).as("%s", token).isNotZero();
    assertThat(token.stdout()).isEmpty();
    assertThat(place.opener().count()).isZero();
    assertThat(place.issuer().log().total()).isOne();
  }

  @Test
  void foreignRequestsToTheListenerGet404AndTheSignInGoesOn() throws Exception {
    // Given
    AtomicInteger refused = new AtomicInteger();
    place
        .browser()
        .setUser((browser, address) -> {
          URI redirect = URI.create(Parameters.parse(address.getRawQuery()).text("redirect_uri"));
          for (String path : new String[] {"/", "/favicon.ico", "/callback/more"}) {
            refused.addAndGet(browser.get(redirect.resolve(path)).status() == 404 ? 1 : 0);
          }
          return FakeBrowser.approve(browser, address);
        });

    // When
    Finished token = place.gatepass("token");

    // Then
    assertThat(place.issuer().accepts(token.token())).isTrue();
    assertThat(refused).hasValue(3);
  }

  @Test
  void redirectWithAForgedStateGets404AndTheTrueOneStillCounts() throws Exception {
    // Given
    IssuerPolicy honest = place.issuer().policy();
    place
        .browser()
        .setUser((browser, address) -> {
          place.issuer().follow(honest.withFault(Fault.WRONG_STATE));
          Page forged = FakeBrowser.approve(browser, address);
          place.issuer().follow(honest);
          FakeBrowser.approve(browser, address);
          return forged;
        });

    // When
    Finished token = place.gatepass("token");

    // Then
    assertThat(place.issuer().accepts(token.token())).isTrue();
    assertThat(place.browser().page().status()).isEqualTo(404);
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isOne();
  }

  private void assertRefused(Finished token) {
    assertThat(token.exitCode()).as("%s", token).isEqualTo(4);
    assertThat(token.stdout()).isEmpty();
    assertThat(token.stderr()).doesNotContain(place.issuer().log().secrets());
    Finished next = place.gatepass("token", "--no-login");
    assertThat(next.exitCode()).as("nothing was kept: %s", next).isEqualTo(4);
  }
}
