package io.gatepass.domain.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {
  @Test
  void openidComesFirstAndOfflineAccessLastWhereTheyAreMissing() {
    assertThat(Scopes.of(List.of("llm", "email")).joined())
        .isEqualTo("openid llm email offline_access");
  }

  @Test
  void withoutAnyOnlyTheTwoAreAskedFor() {
    assertThat(Scopes.of(List.of()).joined()).isEqualTo("openid offline_access");
  }

  @Test
  void whatIsThereAlreadyStaysWhereItIsAndIsNotRepeated() {
    assertThat(Scopes.of(List.of("offline_access", "llm", "openid", "llm")).joined())
        .isEqualTo("offline_access llm openid");
  }

  @Test
  void aRequestWithoutTheTwoCannotBeMade() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Scopes(List.of("openid")));
    assertThatIllegalArgumentException().isThrownBy(() -> new Scopes(List.of("offline_access")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "llm.read", "https://example.com/scope#a", "a[b]~"})
  void printableAsciiIsAScopeToken(String text) {
    assertThat(Scopes.isScopeToken(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\"b", "a\\b", "a\tb", "ü", "a\u007f"})
  void spaceQuoteBackslashAndOtherLettersAreNot(String text) {
    assertThat(Scopes.isScopeToken(text)).isFalse();
  }

  @Property
  void theTwoAreAlwaysThereAndNothingIsThereTwice(@ForAll List<String> names) {
    Scopes scopes = Scopes.of(names);

    assertThat(scopes.names())
        .contains("openid", "offline_access")
        .containsAll(names)
        .doesNotHaveDuplicates();
    assertThat(Scopes.of(scopes.names())).isEqualTo(scopes);
  }
}
