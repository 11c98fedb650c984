package io.gatepass.domain.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"codex", "claude-code", "vscode-insiders", "a1"})
  void lowerCaseLettersDigitsAndDashesMakeAnId(String text) {
    assertThat(new ToolId(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Codex", "1st", "-a", "a_b", "a b", "../x", "a/b", "a\n", "ü"})
  void anythingElseIsAMistakeInUse(String text) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> new ToolId(text))
        .satisfies(it -> assertThat(it.kind()).isEqualTo(Kind.USAGE))
        .satisfies(it -> assertThat(it.remedy()).contains("claude-code"));
  }

  @Property
  void anIdIsAlwaysABareFileName(@ForAll String text) {
    ToolId id;
    try {
      id = new ToolId(text);
    } catch (InvalidSettings refused) {
      assertThat(refused.kind()).isEqualTo(Kind.USAGE);
      return;
    }
    assertThat(id.value()).doesNotContain("/", "\\", ".", ":").hasSizeBetween(1, 64);
  }
}
