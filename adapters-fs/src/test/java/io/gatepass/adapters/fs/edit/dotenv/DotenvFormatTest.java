package io.gatepass.adapters.fs.edit.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DotenvFormatTest {
  private final DotenvFormat format = new DotenvFormat();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "^^                     | ^K=x\n^",
        "^\uFEFF^               | ^\uFEFFK=x\n^",
        "^A=1^                  | ^A=1\nK=x^",
        "^A=1\r\n^              | ^A=1\r\nK=x\r\n^",
        "^# only a comment\n\n^ | ^# only a comment\n\nK=x\n^",
        "^A='two\nlines'\n^     | ^A='two\nlines'\nK=x\n^",
      })
  void aNewEntryGoesToTheEnd(String before, String after) throws UneditableDocument {
    assertThat(set(before, "x")).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "K=old                       | K=x",
        "export  K = \"old\" # mine  | export  K = x # mine",
        "K=                          | K=x",
        "K=  # none                  | K=x  # none",
        "K: old                      | K: x",
        "^K='two\nlines'\nA=1^       | ^K=x\nA=1^",
        "^K=\n\n'later'\nA=1^        | ^K=x\nA=1^",
        "K=old#comment               | K=x#comment",
        "K='a'b'                     | K=x",
        "K=`a`                       | K=x",
      })
  void aValueIsReplacedWhereItStands(String before, String after) throws UneditableDocument {
    assertThat(set(before, "x")).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "key-0123                   | key-0123",
        "http://127.0.0.1:14000     | http://127.0.0.1:14000",
        "^^                         | ^''^",
        "a b                        | ^'a b'^",
        "a#b                        | ^'a#b'^",
        "C:\\new\\ca.pem            | ^'C:\\new\\ca.pem'^",
        "~/ca.pem                   | ^'~/ca.pem'^",
        "é                          | ^'é'^",
        "it's                       | \"it's\"",
        "it's $5                    | `it's $5`",
        "it's \"here\"              | `it's \"here\"`",
        "it's \"here\" `now`        | it's \"here\" `now`",
        "^two\nlines^               | ^'two\nlines'^",
        "^two\r\nlines^             | ^\"two\\r\\nlines\"^",
      })
  void aTextIsQuotedWhereItMustBe(String text, String spelled) {
    assertThat(format.raw(new ConfigValue.Text(text))).isEqualTo(spelled);
  }

  @Test
  void aTextWithEveryQuoteALineBreakAndWhatLooksLikeOneCannotBeHeld() {
    assertThatThrownBy(() -> format.raw(new ConfigValue.Text("'\"`\n\\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dotenv cannot hold this text");
  }

  @Test
  void numbersAndFlagsAreTextsAndListsAreNot() {
    assertThat(format.raw(new ConfigValue.Whole(-1))).isEqualTo("-1");
    assertThat(format.raw(new ConfigValue.Flag(true))).isEqualTo("true");
    assertThatThrownBy(() -> format.raw(ConfigValue.texts(List.of("a"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {"^K='x' # mine^", "K=`x`", "export K =  x", "^K=\"x\"^", "^K:\n'x'^"})
  void anEqualValueIsLeftAsItIsSpelled(String document) throws UneditableDocument {
    assertThat(set(document, "x")).isEqualTo(document);
  }

  @Test
  void valuesAreTheSameHoweverTheyAreSpelled() {
    assertThat(format.same("'a b'", "\"a b\"")).isTrue();
    assertThat(format.same("\"a\\nb\"", "'a\r\nb'")).isTrue();
    assertThat(format.same("'a\\nb'", "'a\nb'")).isFalse();
    assertThat(format.same("", "''")).isTrue();
  }

  @Test
  void aKeyThatAppearsTwiceIsRefused() {
    assertThatThrownBy(() -> set("A=1\nK=1\n# K=2\nexport K=3\n", "x"))
        .isInstanceOf(UneditableDocument.class)
        .hasMessage("line 4, column 1: the key \"K\" appears twice");
  }

  @Test
  void anotherKeyThatAppearsTwiceIsTheUsersBusiness() throws UneditableDocument {
    assertThat(set("A=1\nA=2\n", "x")).isEqualTo("A=1\nA=2\nK=x\n");
  }

  @Test
  void anOpenQuoteDoesNotGetItsEndFromUs() throws UneditableDocument {
    assertThat(set("A='open\n", "x")).isEqualTo("A='open\nK=x\n");
    assertThat(set("A='open\n", "# b")).isEqualTo("A='open\nK=\"# b\"\n");
  }

  @Test
  void anEntryThatWouldTakeOurLineForItsValueIsRefused() {
    assertThatThrownBy(() -> set("B=1\nA:\n", "x"))
        .isInstanceOf(UneditableDocument.class)
        .hasMessage(
            "line 2, column 1: the value for \"K\" would run into other lines; a quote may be"
                + " open");
  }

  @Test
  void removingAnEntryKeepsTheCommentThatSomebodyPutBehindIt() throws UneditableDocument {
    assertThat(format.remove("A=1\nK=x # mine\nB=2\n", Pointer.of("K")))
        .isEqualTo("A=1\n# mine\nB=2\n");
  }

  @Test
  void valuesOfTheKeysAreRedactedAlsoWhereTheyAreCommentedOut() {
    String document = "A=1\nexport K='s\n#K=s' # mine\n# K=old key\n#Kx=2\n#K:\nK=\n";
    assertThat(format.redact(document, "K"::equals))
        .isEqualTo("A=1\nexport K=[redacted] # mine\n# K=[redacted]\n#Kx=2\n#K:\nK=\n");
  }

  @Test
  void aPointerIsOneKey() {
    assertThatThrownBy(() -> format.find("", Pointer.of("a", "b")))
        .hasMessage("\"/a/b\" is not one key, and dotenv has no others");
    assertThatThrownBy(() -> format.find("", Pointer.of("a b")))
        .hasMessage("\"a b\" is no key of dotenv");
  }

  @Test
  void aHugeDocumentIsEdited() throws UneditableDocument {
    String document = "KEY_WITH_A_NAME='some value' # comment\n".repeat(250_000);
    assertThat(set(document, "x")).isEqualTo(document + "K=x\n");
  }

  private String set(String document, String value) throws UneditableDocument {
    return format.set(document, Pointer.of("K"), new ConfigValue.Text(value)).text();
  }
}
