package io.gatepass.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.e2e.harness.CompanyNetwork;
import io.gatepass.e2e.harness.Leaks;
import io.gatepass.e2e.harness.Samples;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.Sandbox;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Behind a forward proxy that alone knows names, and an authority that nobody else trusts. */
final class CompanyNetworkIT {
  private static final Duration SHORT = Duration.ofSeconds(1);

  @RegisterExtension final Workplace place = new Workplace();

  private CompanyNetwork network;

  @BeforeEach
  void start() throws Exception {
    network = CompanyNetwork.around(place);
    place.sandbox().installClaudeCode(Samples.SETTINGS);
  }

  @AfterEach
  void stop() {
    network.close();
  }

  @Test
  void everythingGoesThroughTheProxyWithTheAuthorityTrusted() {
    // Given
    network.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    place.sandbox().set("HTTPS_PROXY", network.proxyWithCredentials());

    // When
    Finished setup = setup("--ca-file", network.authority());
    Workplace.let(SHORT);
    Finished token = place.gatepass("token");
    Finished teardown = place.gatepass("teardown", "--purge-tokens");

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(token.token()).isNotBlank();
    assertThat(teardown.exitCode()).as("%s", teardown).isZero();
    for (Kind kind : new Kind[] {Kind.DISCOVERY, Kind.JWKS, Kind.REFRESH, Kind.REVOCATION}) {
      assertThat(network.issuer().log().count(kind)).as("%s", kind).isPositive();
    }
    assertThat(network.proxy().asked()).containsOnly("issuer.test:443", "llm.test:443");
    assertThat(place.gateway().calls()).isNotEmpty();
  }

  @Test
  void theProxysPasswordIsInNoFileAndNoWord() {
    place.sandbox().set("HTTPS_PROXY", network.proxyWithCredentials());
    Finished setup = setup("--ca-file", network.authority());
    place.sandbox().set("HTTPS_PROXY", network.proxyWithCredentials().replace("http:", "socks:"));
    Finished refused = place.gatepass("setup", "--debug");

    Map<String, String> password = Map.of("password", CompanyNetwork.PASSWORD);
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(Leaks.in(Sandbox.files(place.sandbox().home()), password)).isEmpty();
    assertThat(setup.stderr() + setup.stdout() + refused.stderr() + refused.stdout())
        .contains("HTTPS_PROXY")
        .doesNotContain(CompanyNetwork.PASSWORD);
  }

  @Test
  void whatTheSystemsBundleWouldTrustMayComeBySslCertFile() {
    place.sandbox().set("HTTPS_PROXY", network.proxyWithCredentials());
    place.sandbox().set("SSL_CERT_FILE", network.authority());

    Finished setup = setup();

    assertThat(setup.exitCode()).as("%s", setup).isZero();
  }

  @Test
  void withoutTheProxyTheIssuerIsNotFound() {
    Finished setup = setup("--ca-file", network.authority());

    assertUnreachable(setup, "The issuer https://issuer.test was not found", "set HTTPS_PROXY");
  }

  @Test
  void withoutTheAuthorityItIsNamedWithTheOptionsThatTrustIt() {
    place.sandbox().set("HTTPS_PROXY", network.proxyWithCredentials());

    Finished setup = setup();

    assertUnreachable(setup, CompanyNetwork.AUTHORITY, "--ca-file", "SSL_CERT_FILE");
  }

  @Test
  void withoutCredentialsTheProxyIsNamed() {
    place.sandbox().set("HTTPS_PROXY", network.proxyAddress());

    Finished setup = setup("--ca-file", network.authority());

    assertUnreachable(setup, network.proxyAddress(), "wants a user name and a password");
  }

  @Test
  void whereTheProxyIsDownItIsNamed() {
    network.proxy().close();
    place.sandbox().set("HTTPS_PROXY", network.proxyWithCredentials());

    Finished setup = setup("--ca-file", network.authority());

    assertUnreachable(setup, network.proxyAddress(), "does not accept connections");
  }

  @Test
  void aServerThatTheProxyDoesNotKnowIsAQuestionForWhoeverRunsIt() {
    place.sandbox().set("HTTPS_PROXY", network.proxyWithCredentials());
    network.forgetServers();

    Finished setup = setup("--ca-file", network.authority());

    assertUnreachable(setup, "did not connect to it (HTTP 502)", "whoever runs the proxy");
  }

  private Finished setup(String... more) {
    return network.setup(more);
  }

  private void assertUnreachable(Finished setup, String... words) {
    assertThat(setup.exitCode()).as("%s", setup).isEqualTo(5);
    assertThat(setup.stdout()).isEmpty();
    assertThat(setup.stderr().replaceAll("\\s+", " ")).contains(words);
    assertThat(place.opener().count()).isZero();
  }
}
