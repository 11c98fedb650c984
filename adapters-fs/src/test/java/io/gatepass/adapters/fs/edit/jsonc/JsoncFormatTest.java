package io.gatepass.adapters.fs.edit.jsonc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.Edited;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsoncFormatTest {
  private final JsoncFormat format = JsoncFormat.jsonc();

  @Test
  void aNewMemberTakesItsSiblingsIndentation() throws UneditableDocument {
    assertThat(set("{\n\t\"model\" : \"opus\"\n}\n", "/apiKeyHelper", "x"))
        .isEqualTo("{\n\t\"model\" : \"opus\",\n\t\"apiKeyHelper\" : \"x\"\n}\n");
  }

  @Test
  void aNewMemberTakesItsSiblingsLineBreak() throws UneditableDocument {
    assertThat(set("{\r\n    \"model\": 1\r\n}", "/env/A", "x"))
        .isEqualTo(
            "{\r\n    \"model\": 1,\r\n    \"env\": {\r\n        \"A\": \"x\"\r\n    }\r\n}");
  }

  @Test
  void aNewMemberKeepsTheTrailingComma() throws UneditableDocument {
    assertThat(set("{\n  \"a\": 1, // one\n}", "/b", "x"))
        .isEqualTo("{\n  \"a\": 1, // one\n  \"b\": \"x\",\n}");
  }

  @Test
  void aNewMemberGoesAfterTheLastComment() throws UneditableDocument {
    assertThat(set("{\n  \"a\": 1 // one\n  // \"b\": 2\n}", "/c", "x"))
        .isEqualTo("{\n  \"a\": 1, // one\n  // \"b\": 2\n  \"c\": \"x\"\n}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1}              | {\"a\":1,\"b\":\"x\"}",
        "{\"a\": 1}             | {\"a\": 1, \"b\": \"x\"}",
        "{ \"a\": 1 }           | { \"a\": 1, \"b\": \"x\" }",
        "{ \"a\" : 1 , \"c\":2 }| { \"a\" : 1 , \"c\":2, \"b\":\"x\" }",
        "{\"a\": 1,}            | {\"a\": 1, \"b\": \"x\",}",
        "{ }                    | { \"b\": \"x\" }",
        "{/**/}                 | {/**/ \"b\": \"x\"}",
      })
  void anObjectOnOneLineStaysOnOneLine(String before, String after) throws UneditableDocument {
    assertThat(set(before, "/b", "x")).isEqualTo(after);
  }

  @Test
  void aCompactDocumentStaysCompact() throws UneditableDocument {
    assertThat(set("{\"a\":1,\"env\":{}}", "/env/A", "x"))
        .isEqualTo("{\"a\":1,\"env\":{\"A\":\"x\"}}");
    assertThat(set("{\"a\":1}", "/env/A", "x")).isEqualTo("{\"a\":1,\"env\":{\"A\":\"x\"}}");
  }

  @Test
  void anEmptyObjectIsOpened() throws UneditableDocument {
    // When
    Edited edited = format.set("{}\n", Pointer.of("env", "A"), new ConfigValue.Text("x"));
    // Then
    assertThat(edited.text()).isEqualTo("{\n  \"env\": {\n    \"A\": \"x\"\n  }\n}\n");
    assertThat(edited.opened()).containsExactly(Pointer.ROOT);
    assertThat(edited.created()).containsExactly(Pointer.of("env"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n", "// settings\n", "\uFEFF/* settings */\r\n"})
  void aBlankDocumentGetsARoot(String blank) throws UneditableDocument {
    // When
    Edited edited = format.set(blank, Pointer.of("a"), new ConfigValue.Text("x"));
    // Then
    String lineBreak = blank.contains("\r\n") ? "\r\n" : "\n";
    assertThat(edited.text())
        .isEqualTo(blank + "{" + lineBreak + "  \"a\": \"x\"" + lineBreak + "}" + lineBreak);
    assertThat(edited.created()).containsExactly(Pointer.ROOT);
  }

  @Test
  void anEqualValueIsLeftAsItIsSpelled() throws UneditableDocument {
    String document = "{\"a\": \"\\u0078\\/\"}";
    assertThat(set(document, "/a", "x/")).isEqualTo(document);
  }

  @Test
  void aKeySpelledWithEscapesIsTheSameKey() throws UneditableDocument {
    assertThat(set("{\"\\u0065nv\": {\"A\": 1}}", "/env/A", "x"))
        .isEqualTo("{\"\\u0065nv\": {\"A\": \"x\"}}");
  }

  @Test
  void valuesOfEveryKindAreSpelledInJson() {
    ConfigValue value =
        new ConfigValue.Fields(
            List.of(
                new ConfigValue.Field("a\n", ConfigValue.texts(List.of("\"\\", "\uD83D\uDE00"))),
                new ConfigValue.Field("b", new ConfigValue.Whole(-7)),
                new ConfigValue.Field("c", new ConfigValue.Flag(true)),
                new ConfigValue.Field("d", new ConfigValue.Text("\u0001\t\r\uD83D"))));
    assertThat(format.raw(value))
        .isEqualTo(
            "{\"a\\n\": [\"\\\"\\\\\", \"\uD83D\uDE00\"], \"b\": -7, \"c\": true,"
                + " \"d\": \"\\u0001\\t\\r\\ud83d\"}");
  }

  @Test
  void valuesAreTheSameHoweverTheyAreSpelled() {
    assertThat(format.same("{\"a\": [1, \"b\"]}", "{ /**/ \"\\u0061\" : [1,\"b\",] }")).isTrue();
    assertThat(format.same("\"1\"", "1")).isFalse();
    assertThat(format.same("1", "2")).isFalse();
  }

  @Test
  void removingTheMemberBeforeALineCommentsEndKeepsTheLineBreak() throws UneditableDocument {
    assertThat(format.remove("{\"a\": 1, // one\n\"b\": 2 /* two */}", Pointer.of("b")))
        .isEqualTo("{\"a\": 1 // one\n /* two */}");
  }

  @Test
  void removingAMemberInTheMiddleKeepsItsNeighbours() throws UneditableDocument {
    assertThat(format.remove("{\n  \"a\": 1,\n  \"b\": 2 /* b */,\n  \"c\": 3\n}", Pointer.of("b")))
        .isEqualTo("{\n  \"a\": 1, /* b */\n  \"c\": 3\n}");
  }

  @Test
  void aContainerWithACommentIsNotEmpty() throws UneditableDocument {
    String document = "{\"env\": { /* mine */ }}";
    assertThat(format.removeIfEmpty(document, Pointer.of("env"))).isEqualTo(document);
    assertThat(format.closeIfEmpty(document, Pointer.of("env"))).isEqualTo(document);
  }

  @Test
  void aValueBehindSomethingElseThanAnObjectIsAbsent() throws UneditableDocument {
    assertThat(format.find("{\"env\": [1]}", Pointer.of("env", "A"))).isEmpty();
    assertThat(format.find("[1]", Pointer.of("env", "A"))).isEmpty();
    assertThat(format.find("// nothing", Pointer.of("env", "A"))).isEmpty();
  }

  @Test
  void textsUnderTheKeysAreRedacted() throws UneditableDocument {
    assertThat(format.redact("{\"k\": [\"s\", 1, {\"x\": \"y\"}], \"n\": \"k\"}", "k"::equals))
        .isEqualTo("{\"k\": [\"[redacted]\", \"[redacted]\", {\"x\": \"y\"}], \"n\": \"k\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"env\": 1}                 | line 1, column 9: the value of \"env\" is not an object",
        "{\"env\": null}              | line 1, column 9: the value of \"env\" is not an object",
        "[]                           | line 1, column 1: the document is not an object",
        "`\n {\"env\": {\n \"A\": 1, \"\\u0041\": 2}}`"
            + "| line 3, column 10: the key \"A\" appears twice",
        "{\"env\": {}, \"\\u0065nv\": {}} | line 1, column 13: the key \"env\" appears twice",
        "{\"a\": sk-secret}            | line 1, column 7: this is not valid JSON",
        "{\"a\": 1                     | line 1, column 8: it ends in the middle of a value",
        "{} {}                        | line 1, column 4: there is a second value after the first",
        "{}}                          | line 1, column 3: this is not valid JSON",
        "{/* }                        | line 1, column 6: it ends in the middle of a value",
        "`\uFEFF\n{,}`                | line 2, column 2: this is not valid JSON",
      })
  void whatCannotBeEditedSafelyIsRefused(String document, String message) {
    assertThatThrownBy(() -> set(document, "/env/A", "x"))
        .isInstanceOf(UneditableDocument.class)
        .hasMessage(message)
        .hasNoCause();
  }

  @Test
  void nestingBeyondReasonIsRefused() {
    String document = "{\"a\":" + "[".repeat(1001) + "]".repeat(1001) + "}";
    assertThatThrownBy(() -> set(document, "/b", "x"))
        .isInstanceOf(UneditableDocument.class)
        .hasMessageContaining("it is nested deeper than 1000 levels");
  }

  @Test
  void aRepeatedKeyThatIsNotOursIsTheUsersBusiness() throws UneditableDocument {
    assertThat(set("{\"a\": 1, \"a\": 2}", "/b", "x"))
        .isEqualTo("{\"a\": 1, \"a\": 2, \"b\": \"x\"}");
  }

  @Test
  void aHugeDocumentIsEdited() throws UneditableDocument {
    String line = "    \"key\": \"" + "v".repeat(80) + "\", // comment\n";
    String document = "{\n" + line.repeat(100_000) + "    \"last\": 1\n}\n";
    assertThat(set(document, "/env/A", "x")).hasSizeGreaterThan(10_000_000);
  }

  private String set(String document, String pointer, String value) throws UneditableDocument {
    return format.set(document, Pointer.parse(pointer), new ConfigValue.Text(value)).text();
  }
}
