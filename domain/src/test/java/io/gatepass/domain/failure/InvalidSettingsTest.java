package io.gatepass.domain.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.failure.GatepassException.Kind;
import org.junit.jupiter.api.Test;

class InvalidSettingsTest {
  @Test
  void itNamesTheSettingTheValueAndTheRule() {
    InvalidSettings failure = InvalidSettings.of("issuer", "x", "it must be absolute");

    assertThat(failure)
        .hasMessage("The issuer \"x\" is not allowed: it must be absolute.")
        .isInstanceOf(GatepassException.class);
    assertThat(failure.what()).isEqualTo(failure.getMessage());
    assertThat(failure.remedy()).isEqualTo("Correct the issuer and run the command again.");
    assertThat(failure.kind()).isEqualTo(Kind.FAILED);
  }

  @Test
  void thePlaceComesFirstAndDecidesTheKind() {
    InvalidSettings failure =
        InvalidSettings.of("issuer", "x", "it must be absolute").at("--issuer", Kind.USAGE);

    assertThat(failure)
        .hasMessage("--issuer: The issuer \"x\" is not allowed: it must be absolute.");
    assertThat(failure.kind()).isEqualTo(Kind.USAGE);
  }

  @Test
  void aValueThatMayBeACredentialIsLeftOut() {
    assertThat(InvalidSettings.withoutValue("issuer", "it must not hold a password"))
        .hasMessage("The issuer is not allowed: it must not hold a password.");
  }
}
