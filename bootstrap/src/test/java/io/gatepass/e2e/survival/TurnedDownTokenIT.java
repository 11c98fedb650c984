package io.gatepass.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.e2e.harness.CachedToken;
import io.gatepass.e2e.harness.Workplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The gateway turns a token down before its time. Tools run their helper again at once then, and
 * would get the same token until it expires.
 */
@EnabledOnOs(OS.LINUX)
final class TurnedDownTokenIT {
  @RegisterExtension final Workplace place = new Workplace();

  private String old;

  @BeforeEach
  void signInSomeTimeAgo() throws IOException {
    Path memory = place.giveMemory();
    assertThat(place.setup().exitCode()).isZero();
    CachedToken cached = CachedToken.in(memory);
    cached.let(Duration.ofMinutes(5), Duration.ofMinutes(55));
    old = cached.token();
  }

  @Test
  void toolThatAsksAgainAtOnceGetsARenewedTokenOnce() {
    // When
    String first = place.gatepass("token").token();
    String second = place.gatepass("token").token();
    String third = place.gatepass("token").token();

    // Then
    assertThat(first).isEqualTo(old);
    assertThat(second).isNotEqualTo(old);
    assertThat(third).isEqualTo(second);
    assertThat(place.issuer().accepts(second)).isTrue();
    assertThat(place.issuer().log().count(Kind.REFRESH)).isOne();
    assertThat(place.opener().count()).isOne();
  }

  @Test
  void shellThatTheToolRunsItsHelperByMakesNoDifference() {
    List<String> byShell =
        List.of("/bin/sh", "-c", "'" + place.image().launcher() + "' token; exit $?");

    assertThat(place.run(byShell).token()).isEqualTo(old);
    assertThat(place.run(byShell).token()).isNotEqualTo(old);
    assertThat(place.issuer().log().count(Kind.REFRESH)).isOne();
  }

  @Test
  void helpersThatAToolStartsTogetherGetTheSameToken() {
    List<String> tokens =
        Stream.generate(() -> place.start("token")).limit(6).toList().stream()
            .map(it -> it.finish().token())
            .toList();

    assertThat(tokens).containsOnly(old);
    assertThat(place.issuer().log().count(Kind.REFRESH)).isZero();
  }
}
