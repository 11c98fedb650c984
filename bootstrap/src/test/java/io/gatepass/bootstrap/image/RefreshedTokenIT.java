package io.gatepass.bootstrap.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.e2e.harness.Samples;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.ClassLog;
import io.gatepass.e2e.image.Finished;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a refresh quick, counted rather than timed. */
final class RefreshedTokenIT {
  private static final Duration SHORT = Duration.ofSeconds(1);

  /** 5,290 when this was written; the proxy's server would bring hundreds. */
  private static final int MOST_CLASSES = 5_450;

  /** 116 when this was written: what is not in the cache is read, verified and linked by itself. */
  private static final int MOST_FROM_ELSEWHERE = 150;

  @RegisterExtension final Workplace place = new Workplace();

  @TempDir private Path folder;

  @Test
  void aRefreshLoadsNoServerAndNearlyAllFromTheCache() throws IOException {
    // Given
    place.sandbox().installClaudeCode(Samples.SETTINGS);
    place.issuer().follow(IssuerPolicy.with(Consent.ASK).withLifetime(SHORT));
    assertThat(place.setup().exitCode()).isZero();
    ClassLog log = ClassLog.of(place.image(), folder);
    Workplace.let(SHORT);

    // When
    Finished token = place.run(log.command("token"));

    // Then
    assertThat(token.token()).isNotBlank();
    assertThat(place.opener().count()).isOne();
    assertThat(log.classes()).hasSizeLessThan(MOST_CLASSES);
    assertThat(String.join("\n", log.classes()))
        .doesNotContain("org.eclipse.jetty", "sun.net.httpserver");
    assertThat(log.outsideTheCache()).hasSizeLessThan(MOST_FROM_ELSEWHERE);
  }
}
