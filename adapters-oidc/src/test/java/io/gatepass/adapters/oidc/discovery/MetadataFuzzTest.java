package io.gatepass.adapters.oidc.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gatepass.adapters.oidc.http.HttpReply;
import io.gatepass.adapters.oidc.http.JsonAnswer;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Any bytes where an issuer's discovery document should be. */
final class MetadataFuzzTest {
  private static final Issuer ISSUER = Issuer.parse("https://i.example");

  @FuzzTest
  void areRefusedOrNameEndpointsThatCanBeCalled(byte[] document) {
    JsonAnswer answer = JsonAnswer.parse(new String(document, UTF_8)).orElse(null);
    if (answer == null) {
      return;
    }
    try {
      ProviderMetadata metadata = MetadataRules.read(ISSUER, answer);
      assertCanBeCalled(metadata.authorizationEndpoint());
      assertCanBeCalled(metadata.tokenEndpoint());
      assertCanBeCalled(metadata.keys());
      metadata.revocationEndpoint().ifPresent(MetadataFuzzTest::assertCanBeCalled);
    } catch (InvalidSettings | IssuerUnreachable e) {
      assertThat(e.what()).startsWith("The ").contains("https://i.example");
    }
  }

  @FuzzTest
  void areHeadersThatSayForHowLongItMayBeKept(byte[] header) {
    String text = new String(header, UTF_8);
    for (String name : new String[] {"cache-control", "expires", "age"}) {
      Duration duration =
          Freshness.of(
              new HttpReply(
                  200, Map.of(name, text, "date", "Wed, 21 Oct 2026 07:28:00 GMT"), "{}"));
      assertThat(duration).isBetween(Duration.ZERO, Duration.ofHours(24));
    }
  }

  private static void assertCanBeCalled(URI endpoint) {
    assertThat(endpoint.getScheme()).isEqualToIgnoringCase("https");
    assertThat(endpoint.getHost()).isNotEmpty();
    assertThat(endpoint.getPort()).isBetween(-1, 65535).isNotZero();
  }
}
