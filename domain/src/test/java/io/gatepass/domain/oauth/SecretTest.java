package io.gatepass.domain.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SecretTest {
  @Property
  void itNeverPrintsItself(@ForAll("tokens") String text) {
    Secret secret = Secret.of(text);

    assertThat(secret).hasToString("[redacted]");
    assertThat(secret.reveal()).isEqualTo(text);
  }

  @Test
  void whatIsMadeOfSecretsPrintsNoneOfThem() {
    Instant now = Instant.parse("2026-01-15T09:00:00Z");
    TokenSet tokens =
        new TokenSet(
            new AccessToken(Secret.of("s3cr3t-access"), now, now.plusSeconds(60)),
            Optional.of(new RefreshToken(Secret.of("s3cr3t-refresh"))),
            Optional.of("ada@example.com"));

    assertThat(tokens.toString())
        .contains("[redacted]", "ada@example.com")
        .doesNotContain("s3cr3t");
  }

  @Property
  void secretsAreEqualWhenTheirTextsAre(
      @ForAll("tokens") String one, @ForAll("tokens") String other) {
    assertThat(Secret.of(one)).isEqualTo(Secret.of(one)).hasSameHashCodeAs(Secret.of(one));
    assertThat(Secret.of(one).equals(Secret.of(other))).isEqualTo(one.equals(other));
  }

  @Test
  void anEmptyTextIsNoSecret() {
    assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(""));
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(40);
  }
}
