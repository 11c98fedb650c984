package io.gatepass.adapters.fs.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class PointerTest {
  @Property
  void theNotationReadsBackAsThePointer(@ForAll List<String> keys) {
    Pointer pointer = new Pointer(keys);
    assertThat(Pointer.parse(pointer.toString())).isEqualTo(pointer);
  }

  @Test
  void slashAndTildeAreEscaped() {
    assertThat(Pointer.of("a/b", "~1").toString()).isEqualTo("/a~1b/~01");
  }

  @Test
  void aPointerStartsWithASlash() {
    assertThatThrownBy(() -> Pointer.parse("env")).hasMessage("\"env\" is no JSON Pointer");
  }

  @Test
  void aContainerContainsItselfAndWhatIsInIt() {
    assertThat(Pointer.of("a").contains(Pointer.of("a", "b"))).isTrue();
    assertThat(Pointer.ROOT.contains(Pointer.ROOT)).isTrue();
    assertThat(Pointer.of("a").contains(Pointer.of("ab"))).isFalse();
  }
}
