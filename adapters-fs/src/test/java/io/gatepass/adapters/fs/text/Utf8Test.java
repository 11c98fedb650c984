package io.gatepass.adapters.fs.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class Utf8Test {
  @Property
  void bytesThatDecodeEncodeToTheSameBytes(@ForAll byte[] bytes) {
    try {
      assertThat(Utf8.encode(Utf8.decode(bytes))).isEqualTo(bytes);
    } catch (UneditableDocument e) {
      assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\uFFFD");
    }
  }

  @Test
  void theByteOrderMarkIsKept() throws UneditableDocument {
    byte[] bytes = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, '{', '}'};
    assertThat(Utf8.decode(bytes)).isEqualTo("\uFEFF{}");
    assertThat(Utf8.encode("\uFEFF{}")).isEqualTo(bytes);
  }

  @Test
  void aByteThatIsNotUtf8IsRefusedWithItsPlace() {
    byte[] latin1 = "{\n \"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Utf8.decode(latin1)).hasMessage("line 2, column 8: this is not UTF-8");
  }

  @Test
  void aSequenceThatIsCutOffIsRefused() {
    byte[] cut = {'"', (byte) 0xE4, (byte) 0xB8};
    assertThatThrownBy(() -> Utf8.decode(cut)).hasMessage("line 1, column 2: this is not UTF-8");
  }

  @Test
  void utf16IsNamed() {
    byte[] utf16 = "{}".getBytes(StandardCharsets.UTF_16);
    assertThatThrownBy(() -> Utf8.decode(utf16))
        .hasMessage("line 1, column 1: it is UTF-16, not UTF-8");
  }

  @Test
  void halfASurrogatePairCannotBeEncoded() {
    assertThatThrownBy(() -> Utf8.encode("\uD83D")).isInstanceOf(IllegalArgumentException.class);
  }
}
