package io.gatepass.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.e2e.browser.Page;
import io.gatepass.e2e.harness.Samples;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.Sandbox;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an MDM profile does on a laptop where nobody looks, and what its user sees later. */
final class LazySetupIT {
  @RegisterExtension final Workplace place = new Workplace();

  @Test
  void lazySetupConfiguresTheToolWithoutABrowserAndWithoutTheIssuer() throws Exception {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);

    // When
    Finished setup = place.setup("--lazy");

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(Files.readString(place.sandbox().claudeSettings()))
        .contains("\"apiKeyHelper\": \"'" + place.image().launcher() + "' token\"")
        .contains("\"ANTHROPIC_BASE_URL\": \"" + place.gateway().url() + "/anthropic\"")
        .contains("// house rules");
    assertThat(place.opener().count()).isZero();
    assertThat(place.issuer().log().total()).isZero();
  }

  @Test
  void lazySetupNeedsNoIssuerAndNoGateway() {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    place.issuer().close();
    place.gateway().close();

    // When
    Finished setup = place.setup("--lazy");

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(place.sandbox().gatepassSettings()).exists();
  }

  @Test
  void lazyAndEagerSetupLeaveTheSameBytesButForTheCredential() {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);

    // When
    assertThat(place.setup("--lazy").exitCode()).isZero();
    Map<String, String> afterLazy = place.sandbox().filesBesideCredentials();
    assertThat(place.gatepass("config", "reset").exitCode()).isZero();
    Finished eager = place.setup();

    // Then
    assertThat(eager.exitCode()).as("%s", eager).isZero();
    assertThat(place.opener().count()).isOne();
    assertThat(place.sandbox().filesBesideCredentials()).isEqualTo(afterLazy);
  }

  @Test
  void firstTokenAfterALazySetupSignsInAndTheSecondComesFromTheCache() throws Exception {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    assertThat(place.setup("--lazy").exitCode()).isZero();

    // When
    Finished first = place.gatepass("token");
    int requests = place.issuer().log().total();
    Finished second = place.gatepass("token");

    // Then
    assertThat(place.issuer().accepts(first.token())).isTrue();
    assertThat(second.token()).isEqualTo(first.token());
    assertThat(place.opener().count()).isOne();
    assertThat(place.issuer().log().total()).isEqualTo(requests);
    Page page = place.browser().page();
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.html()).doesNotContain(place.issuer().log().secrets());
  }

  @Test
  void commandThatWasWrittenIntoTheToolSignsInFromABareEnvironment() throws Exception {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    assertThat(place.setup("--lazy").exitCode()).isZero();
    String helper = Samples.apiKeyHelper(Files.readString(place.sandbox().claudeSettings()));

    // When
    Finished token = place.run(List.of("/bin/sh", "-c", helper));

    // Then
    assertThat(place.issuer().accepts(token.token())).isTrue();
    assertThat(token.stdout()).isEqualTo(token.token() + "\n");
  }

  @Test
  void setupWithoutAnyToolSavesTheSettingsAndSaysSo() {
    Finished setup = place.setup("--lazy");

    assertThat(setup.exitCode()).isZero();
    assertThat(setup.stderr()).contains("Found no tools").contains("A later gatepass setup");
    assertThat(place.sandbox().gatepassSettings()).exists();
  }

  @Test
  void setupWhoseSignInIsRefusedLeavesNoTrace() {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    place.issuer().follow(IssuerPolicy.with(Consent.DENY));
    Map<String, String> before = Sandbox.files(place.sandbox().home());

    // When
    Finished setup = place.setup();

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isEqualTo(4);
    assertThat(place.sandbox().userFiles()).isEqualTo(before);
    assertThat(place.sandbox().gatepassSettings()).doesNotExist();
    assertThat(place.issuer().log().count(Kind.CODE_EXCHANGE)).isZero();
  }

  @Test
  void dryRunShowsTheDiffAndWritesNothing() {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    Map<String, String> before = Sandbox.files(place.sandbox().home());

    // When
    Finished setup = place.setup("--dry-run");

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(setup.stdout()).contains("+  \"apiKeyHelper\"");
    assertThat(Sandbox.files(place.sandbox().home())).isEqualTo(before);
    assertThat(place.opener().count()).isZero();
  }

  @Test
  void withoutAConnectionEveryCommandThatNeedsOneSaysHowToSetIt() {
    Finished setup = place.gatepass("setup", "--lazy");
    Finished token = place.gatepass("token");

    assertThat(List.of(setup.exitCode(), token.exitCode())).containsOnly(3);
    assertThat(token.stderr()).contains("gatepass config set");
    assertThat(token.stdout()).isEmpty();
  }
}
