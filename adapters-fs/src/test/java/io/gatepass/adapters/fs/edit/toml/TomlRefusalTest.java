package io.gatepass.adapters.fs.edit.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.text.UneditableDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be edited safely. */
final class TomlRefusalTest {
  private final TomlFormat format = new TomlFormat();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = 1              | line 1, column 5: the value of \"a\" is not a table",
        "a = [{b = 1}]      | line 1, column 5: the value of \"a\" is not a table",
        "`a = { b = '' }`   | line 1, column 11: the value of \"b\" is not a table",
        "[[a]]              | line 1, column 3: \"a\" is an array of tables",
        "`[a]\n[[a.b]]`     | line 2, column 3: \"b\" is an array of tables",
        "[a.b.c]            | line 1, column 2: \"c\" is a table",
        "a.b.c.d = 1        | line 1, column 1: \"c\" is a table",
        "[[a.b.c]]          | line 1, column 3: \"c\" is a table",
      })
  void theWrongTypeOnTheWayIsRefused(String document, String message) {
    refuses(document, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`k = 1\n\"\\u006b\" = 2`         | line 2, column 1",
        "`[t]\nx = 1\n[u]\n['t']`         | line 4, column 2",
        "`t.x = 1\n[t]`                   | line 2, column 2",
        "`[t.u]\n[t]\nu.x = 1`            | line 3, column 1",
        "`[t.u.v]\n[t]\nu.x = 1\n[t.u]`   | line 4, column 2",
        "`t = {}\n[t.u]`                  | line 2, column 2",
        "`t = { x = 1, x = 2 }`           | line 1, column 14",
        "`k = [{ x.y = 1, x = 2 }]`       | line 1, column 17",
        "`k = []\n[[k]]`                  | line 2, column 3",
        "`[[k]]\n[k]`                     | line 2, column 2",
      })
  void whatIsDefinedTwiceIsRefused(String document, String place) {
    refuses(document, place + ": this key or table is defined twice");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "k = sk-secret            | line 1, column 5: this is not a value of TOML",
        "k = 01                   | line 1, column 5: this is not a value of TOML",
        "k = 1979-02-30           | line 1, column 5: this is not a value of TOML",
        "k = 9223372036854775808  | line 1, column 5: this is not a value of TOML",
        "k =                      | line 1, column 4: it ends too early",
        "`\uFEFFk = 1\r\n= 2`     | line 2, column 1: this is not valid TOML",
        "k = 1 2                  | line 1, column 7: this is not valid TOML",
        "k = [1 2]                | line 1, column 8: this is not valid TOML",
        "`k = 1\rl = 2`           | line 1, column 6: this is not valid TOML",
        "[t                       | line 1, column 3: it ends too early",
        "k = [1,                  | line 1, column 8: it ends too early",
        "`k = \"sk\nl = 1`        | line 1, column 8: a control character stands here",
        "k = '''                  | line 1, column 5: a string starts here and does not end",
        "`k = \"a\\q\"`           | line 1, column 7: this escape does not exist",
        "`k = \"\\uD83D\"`        | line 1, column 6: this escape does not exist",
        "`# \u0000`               | line 1, column 3: a control character stands here",
      })
  void whatIsNotTomlIsRefusedWithoutQuotingIt(String document, String message) {
    refuses(document, message);
  }

  @Test
  void nestingBeyondReasonIsRefused() {
    refuses(
        "k = " + "[".repeat(1001) + "]".repeat(1001),
        "line 1, column 1005: it is nested deeper than 1000 levels");
  }

  @Test
  void nestingWithinReasonIsNot() throws UneditableDocument {
    String document = "k = " + "[{a=".repeat(500) + "1" + "}]".repeat(500);
    assertThat(format.find(document, Pointer.of("k"))).isPresent();
    assertThat(format.same(document.substring(4), document.substring(4).replace("1", "0x1")))
        .isTrue();
  }

  private void refuses(String document, String message) {
    assertThatThrownBy(
            () -> format.set(document, Pointer.of("a", "b", "c"), new ConfigValue.Text("x")))
        .isInstanceOf(UneditableDocument.class)
        .hasMessage(message)
        .hasNoCause();
  }
}
