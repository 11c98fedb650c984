package io.gatepass.adapters.fs.edit.toml;

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

final class TomlFormatTest {
  private static final String BASE_URL = "/model_providers/gatepass/base_url";

  private final TomlFormat format = new TomlFormat();

  @Test
  void aMissingTableGoesToTheEndAfterAnEmptyLine() throws UneditableDocument {
    // When
    Edited edited =
        format.set("model = \"o3\"\r\n", Pointer.parse(BASE_URL), new ConfigValue.Text("x"));
    // Then
    assertThat(edited.text())
        .isEqualTo("model = \"o3\"\r\n\r\n[model_providers.gatepass]\r\nbase_url = \"x\"\r\n");
    assertThat(edited.created()).containsExactly(Pointer.of("model_providers", "gatepass"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF"})
  void aMissingTableIsTheFirstThingInAnEmptyDocument(String empty) throws UneditableDocument {
    assertThat(set(empty, "/new/key", "x")).isEqualTo(empty + "[new]\nkey = \"x\"\n");
  }

  @Test
  void aDocumentWithoutAFinalLineBreakStaysOne() throws UneditableDocument {
    assertThat(set("a = 1", "/b", "x")).isEqualTo("a = 1\nb = \"x\"");
    assertThat(set("a = 1", "/new/key", "x")).isEqualTo("a = 1\n\n[new]\nkey = \"x\"");
    assertThat(set("[new]", "/new/key", "x")).isEqualTo("[new]\nkey = \"x\"");
  }

  @Test
  void aKeyOfTheRootGoesBeforeTheFirstHeaderAndItsComment() throws UneditableDocument {
    assertThat(set("a = 1 # one\n# b = 2\n\n# about t\n[t]\n", "/c", "x"))
        .isEqualTo("a = 1 # one\n# b = 2\nc = \"x\"\n\n# about t\n[t]\n");
    assertThat(set("# settings\n\n[t]\n", "/c", "x")).isEqualTo("# settings\nc = \"x\"\n\n[t]\n");
  }

  @Test
  void aDocumentThatStartsWithAHeaderIsOpenedForAKeyOfTheRoot() throws UneditableDocument {
    // When
    Edited edited = format.set("# about t\n[t]\n", Pointer.of("c"), new ConfigValue.Text("x"));
    // Then
    assertThat(edited.text()).isEqualTo("c = \"x\"\n\n# about t\n[t]\n");
    assertThat(edited.opened()).containsExactly(Pointer.ROOT);
  }

  @Test
  void aKeyOfATableGoesAfterItsSiblingsInTheirStyle() throws UneditableDocument {
    String document =
        """
        [model_providers.gatepass]
          name="x" # mine

        # the other one
        [model_providers.other]
        """;
    assertThat(set(document, BASE_URL, "y"))
        .isEqualTo(document.replace("mine\n", "mine\n  base_url=\"y\"\n"));
  }

  @Test
  void columnsThatAreAlignedAreNotImitated() throws UneditableDocument {
    assertThat(set("a     = 1\nlong  = 2\n", "/b", "x"))
        .isEqualTo("a     = 1\nlong  = 2\nb = \"x\"\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "model_providers.gatepass.name = 1"
            + "| `model_providers.gatepass.name = 1\nmodel_providers.gatepass.base_url = \"x\"`",
        "\"model_providers\" . 'gatepass'.name=1"
            + "| `\"model_providers\" . 'gatepass'.name=1\n"
            + "\"model_providers\" . 'gatepass'.base_url=\"x\"`",
        "model_providers.other.name = 1"
            + "| `model_providers.other.name = 1\nmodel_providers.gatepass.base_url = \"x\"`",
        "`[model_providers]\ngatepass.name = 1`"
            + "| `[model_providers]\ngatepass.name = 1\ngatepass.base_url = \"x\"`",
        "`[model_providers]\nother.name = 1`"
            + "| `[model_providers]\nother.name = 1\n\n"
            + "[model_providers.gatepass]\nbase_url = \"x\"`",
        "`[ \"model_\\u0070roviders\" . gatepass ] # mine`"
            + "| `[ \"model_\\u0070roviders\" . gatepass ] # mine\nbase_url = \"x\"`",
        "`[model_providers.gatepass.auth]`"
            + "| `[model_providers.gatepass.auth]\n\n[model_providers.gatepass]\nbase_url = \"x\"`",
        "`[model_providers.gatepass.auth]\n[model_providers]\ngatepass.name = 1`"
            + "| `[model_providers.gatepass.auth]\n[model_providers]\ngatepass.name = 1\n"
            + "gatepass.base_url = \"x\"`",
        "model_providers = { gatepass = { name = 1 } }"
            + "| model_providers = { gatepass = { name = 1, base_url = \"x\" } }",
        "model_providers = { gatepass.name = 1 }"
            + "| model_providers = { gatepass.name = 1, gatepass.base_url = \"x\" }",
        "model_providers={other={}}" + "| model_providers={other={},gatepass={ base_url = \"x\" }}",
        "model_providers = {}|model_providers = { gatepass = { base_url = \"x\" } }",
        "model_providers = { }|model_providers = { gatepass = { base_url = \"x\" } }",
        "model_providers.gatepass = {a=1,b=2,}"
            + "| model_providers.gatepass = {a=1,b=2,base_url=\"x\",}",
      })
  void aTableIsEditedInTheWayItIsWritten(String before, String after) throws UneditableDocument {
    assertThat(set(before, BASE_URL, "x")).isEqualTo(after);
  }

  @Test
  void anInlineTableOnLinesStaysOnLines() throws UneditableDocument {
    assertThat(set("t = {\n  a = 1, # one\n  b = 2 # two\n}\n", "/t/c", "x"))
        .isEqualTo("t = {\n  a = 1, # one\n  b = 2, # two\n  c = \"x\"\n}\n");
    assertThat(set("t = {\n\ta = 1,\n}\n", "/t/c", "x"))
        .isEqualTo("t = {\n\ta = 1,\n\tc = \"x\",\n}\n");
    assertThat(set("t = {\n}\n", "/t/c", "x")).isEqualTo("t = {\n  c = \"x\"\n}\n");
    assertThat(set("t = { a = 1 # one\n}\n", "/t/c", "x"))
        .isEqualTo("t = { a = 1, # one\n  c = \"x\"\n}\n");
  }

  @Test
  void whatIsMadeInAnInlineTableIsTold() throws UneditableDocument {
    // When
    Edited edited = format.set("a = {}", Pointer.of("a", "b", "c"), new ConfigValue.Text("x"));
    // Then
    assertThat(edited.text()).isEqualTo("a = { b = { c = \"x\" } }");
    assertThat(edited.created()).containsExactly(Pointer.of("a", "b"));
    assertThat(edited.opened()).containsExactly(Pointer.of("a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "k = 'x' # mine|x",
        "k = \"\\u0078\"|x",
        "`k = \"\"\"\\\n  x\"\"\"`|x",
        "\"k\" = 'C:\\new'|C:\\new",
        "k = ''|``",
      })
  void anEqualTextIsLeftAsItIsSpelled(String document, String value) throws UneditableDocument {
    assertThat(set(document, "/k", value)).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(strings = {"300_000", "300000", "+300000", "0x493e0", "0o1_111_740"})
  void anEqualNumberIsLeftAsItIsSpelled(String spelled) throws UneditableDocument {
    String document = "timeout_ms = " + spelled + "\n";
    assertThat(
            format.set(document, Pointer.of("timeout_ms"), new ConfigValue.Whole(300_000)).text())
        .isEqualTo(document);
  }

  @Test
  void valuesAreTheSameHoweverTheyAreSpelled() {
    assertThat(format.same("['a', 1_0, true]", "[ # one\n \"a\",\n 10, true,\n]")).isTrue();
    assertThat(format.same("{ a.b = 1, c = 2 }", "{ c = 2, 'a' = { b = 1 } }")).isTrue();
    assertThat(format.same("1979-05-27 07:32:00.10Z", "1979-05-27T07:32:00.1z")).isTrue();
    assertThat(format.same("07:32", "07:32:00")).isTrue();
    assertThat(format.same("1e3", "1000.0")).isTrue();
    assertThat(format.same("1", "1.0")).isFalse();
    assertThat(format.same("1", "'1'")).isFalse();
    assertThat(format.same("{}", "{ a = {} }")).isFalse();
  }

  @Test
  void valuesOfEveryKindAreSpelledInToml() {
    ConfigValue value =
        new ConfigValue.Fields(
            List.of(
                new ConfigValue.Field("a b", ConfigValue.texts(List.of("\"\\", "\uD83D\uDE00"))),
                new ConfigValue.Field("b", new ConfigValue.Whole(-7)),
                new ConfigValue.Field("", new ConfigValue.Flag(true)),
                new ConfigValue.Field("d", new ConfigValue.Fields(List.of())),
                new ConfigValue.Field("e", new ConfigValue.Text("\u0001\t\r\n\u007F"))));
    assertThat(format.raw(value))
        .isEqualTo(
            "{ \"a b\" = [\"\\\"\\\\\", \"\uD83D\uDE00\"], b = -7, \"\" = true, d = {},"
                + " e = \"\\u0001\\t\\r\\n\\u007F\" }");
  }

  @Test
  void halfASurrogatePairIsNotAText() {
    assertThatThrownBy(() -> format.raw(new ConfigValue.Text("\uD83D")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void removingAnEntryKeepsTheCommentThatSomebodyPutBehindIt() throws UneditableDocument {
    assertThat(format.remove("a = 1\n  b = 2  # mine\n", Pointer.of("b")))
        .isEqualTo("a = 1\n  # mine\n");
  }

  @Test
  void aTableWithACommentIsNotEmpty() throws UneditableDocument {
    for (String document : List.of("[t] # mine\n", "[t]\n# mine\n", "t = { # mine\n}\n")) {
      assertThat(format.removeIfEmpty(document, Pointer.of("t"))).isEqualTo(document);
    }
  }

  @Test
  void aTableThatSomebodyHasWrittenToIsNotEmpty() throws UneditableDocument {
    assertThat(format.removeIfEmpty("[t]\na = 1\n", Pointer.of("t"))).isEqualTo("[t]\na = 1\n");
    assertThat(format.removeIfEmpty("t.a = 1\n", Pointer.of("t"))).isEqualTo("t.a = 1\n");
  }

  @Test
  void theCommentOfTheNextTableDoesNotKeepAnEmptyOne() throws UneditableDocument {
    assertThat(format.removeIfEmpty("a = 1\n\n[t]\n\n# u\n[u]\n", Pointer.of("t")))
        .isEqualTo("a = 1\n\n# u\n[u]\n");
  }

  @Test
  void whatIsNotAValueInOnePlaceIsNotFound() throws UneditableDocument {
    assertThat(format.find("[a.b]\nc = 1\n[[d]]\n", Pointer.of("a"))).isEmpty();
    assertThat(format.find("[a.b]\nc = 1\n[[d]]\n", Pointer.of("d"))).isEmpty();
    assertThat(format.find("a = [1]", Pointer.of("a", "b"))).isEmpty();
    assertThat(format.find("a.b = {c=1}", Pointer.of("a", "b"))).contains("{c=1}");
  }

  @Test
  void textsUnderTheKeysAreRedacted() throws UneditableDocument {
    String document =
        """
        a.k = ['s', 1, { x = 'y' }]
        [k]
        n = { k = '''
        z''', b = true }
        """;
    String redacted =
        """
        a.k = ["[redacted]", "[redacted]", { x = 'y' }]
        [k]
        n = { k = "[redacted]", b = true }
        """;
    assertThat(format.redact(document, "k"::equals)).isEqualTo(redacted);
  }

  @Test
  void aHugeDocumentIsEdited() throws UneditableDocument {
    String rest = "]\nkey = \"" + "v".repeat(80) + "\" # comment\n";
    StringBuilder document = new StringBuilder();
    for (int i = 0; document.length() < 10_000_000; i++) {
      document.append("[table.number-").append(i).append(rest);
    }
    assertThat(set(document.toString(), BASE_URL, "x")).startsWith(document).endsWith("\"x\"\n");
  }

  private String set(String document, String pointer, String value) throws UneditableDocument {
    return format.set(document, Pointer.parse(pointer), new ConfigValue.Text(value)).text();
  }
}
