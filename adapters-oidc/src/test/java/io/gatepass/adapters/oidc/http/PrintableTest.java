package io.gatepass.adapters.oidc.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void whatIsFitToBeShownStaysAsItIs() {
    assertThat(Printable.of("Zoë Łukasz 山田 😀 (ops)")).isEqualTo("Zoë Łukasz 山田 😀 (ops)");
  }

  @Test
  void whatMovesTheCursorOrTheDirectionBecomesASpace() {
    assertThat(Printable.of("a\u001b[2Jb\r\nc\u202ed\u200be\u0000")).isEqualTo("a [2Jb c d e");
  }

  @Test
  void longTextIsCutBetweenCharacters() {
    assertThat(Printable.of("😀".repeat(300))).isEqualTo("😀".repeat(200) + "…");
  }

  @Property
  void nothingUnprintableIsLeft(@ForAll String text) {
    assertThat(Printable.of(text))
        .hasSizeLessThanOrEqualTo(401)
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]")
        .doesNotContain("  ");
  }
}
