package io.gatepass.adapters.fs.secret.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessTokenTextTest {
  @Test
  void theFormatIsOneLineOfFourWords() {
    AccessToken token =
        new AccessToken(
            Secret.of("opaque.token"), Instant.ofEpochMilli(1_000), Instant.ofEpochMilli(301_000));

    assertThat(AccessTokenText.format(token)).isEqualTo(Secret.of("v1 1000 301000 opaque.token"));
  }

  @Property
  void whatIsFormattedIsParsed(
      @ForAll @StringLength(min = 1) String token,
      @ForAll @LongRange(min = 0, max = 253_402_300_799_000L) long issuedAt,
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long lifetime) {
    AccessToken written =
        new AccessToken(
            Secret.of(token),
            Instant.ofEpochMilli(issuedAt),
            Instant.ofEpochMilli(issuedAt + lifetime));

    assertThat(AccessTokenText.parse(AccessTokenText.format(written))).contains(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a token and nothing else",
        "v1",
        "v1 1000 301000",
        "v1 1000 301000 ",
        "v2 1000 301000 token",
        "v1 -1 301000 token",
        "v1 301000 1000 token",
        "v1  1000 301000 token",
        "v1 99999999999999999999 99999999999999999999 token"
      })
  void anythingElseIsNoToken(String text) {
    assertThat(AccessTokenText.parse(Secret.of(text))).isEmpty();
  }
}
