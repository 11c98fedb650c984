package io.gatepass.adapters.fs.edit.jsonc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.ConfigValue.Field;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.Trial;
import io.gatepass.adapters.fs.edit.Trial.Edit;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An array of which one element is ours: the one with the right name. */
final class JsoncArrayTest {
  private static final JsoncFormat FORMAT = JsoncFormat.jsonc();
  private static final Pointer OURS = Pointer.of("[name=gatepass]");
  private static final Edit EDIT = new Edit(OURS, group("one"));

  @Test
  void anElementGoesAfterTheLastInItsNeighboursLayout() throws UneditableDocument {
    assertThat(applied("[\n\t{\n\t\t\"name\": \"mine\" // it is\n\t}\n]\n"))
        .isEqualTo(
            """
            [
            \t{
            \t\t"name": "mine" // it is
            \t},
            \t{
            \t\t"name": "gatepass",
            \t\t"models": [
            \t\t\t{
            \t\t\t\t"id": "one"
            \t\t\t}
            \t\t]
            \t}
            ]
            """);
  }

  @Test
  void anElementOnOneLineStaysOnIt() throws UneditableDocument {
    assertThat(applied("[{\"name\":\"mine\"}]"))
        .isEqualTo(
            "[{\"name\":\"mine\"}, {\"name\": \"gatepass\", \"models\": [{\"id\": \"one\"}]}]");
  }

  @Test
  void anElementOfThatNameIsReplacedWhereverItStands() throws UneditableDocument {
    assertThat(applied("[1, { \"x\": [], \"name\" : \"g\\u0061tepass\", }, null,]"))
        .isEqualTo("[1, {\"name\": \"gatepass\", \"models\": [{\"id\": \"one\"}]}, null,]");
  }

  @Test
  void aBlankDocumentBecomesAnArray() throws UneditableDocument {
    assertThat(applied(""))
        .startsWith("[\n  {\n    \"name\": \"gatepass\",")
        .endsWith("\n  }\n]\n");
  }

  @Test
  void anArrayInAnObjectIsMadeWithItsElement() throws UneditableDocument {
    Edit edit = Edit.text("/entries/[id=1]", "x");
    assertThat(new Trial(FORMAT, "{\n  \"a\": 1\n}").apply(List.of(edit)).text())
        .isEqualTo("{\n  \"a\": 1,\n  \"entries\": [\n    \"x\"\n  ]\n}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                 | 1 | the document is not an array",
        "true                                               | 1 | the document is not an array",
        "[{\"name\":\"gatepass\"},{\"name\":\"gatepass\"}]  | 22 | a second element has the"
            + " \"name\" \"gatepass\"",
        "[{\"name\":\"gatepass\"}                           | 21 | it ends in the middle of a value"
      })
  void whatCannotHoldTheElementIsRefused(String document, int column, String reason) {
    assertThatThrownBy(() -> applied(document))
        .isInstanceOfSatisfying(
            UneditableDocument.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.position().column()).isEqualTo(column);
            });
  }

  @Test
  void anArrayWhereAnObjectBelongsIsRefused() {
    assertThatThrownBy(
            () -> new Trial(FORMAT, "{\"env\": []}").apply(List.of(Edit.text("/env/A", "x"))))
        .isInstanceOfSatisfying(
            UneditableDocument.class,
            refused ->
                assertThat(refused.reason()).isEqualTo("the value of \"env\" is not an object"));
  }

  @Test
  void theSameElementSpelledOtherwiseIsTheSame() {
    String spread = "{ /* mine */\n \"name\" : \"gatepass\", \"n\": 1 }";
    assertThat(FORMAT.normal(spread)).isEqualTo(FORMAT.normal("{\"name\":\"gatepass\",\"n\":1}"));
    assertThat(FORMAT.normal(spread))
        .isNotEqualTo(FORMAT.normal("{\"name\":\"gatepass\",\"n\":2}"));
  }

  private static String applied(String document) throws UneditableDocument {
    return new Trial(FORMAT, document).apply(List.of(EDIT)).text();
  }

  private static ConfigValue group(String model) {
    ConfigValue entry =
        new ConfigValue.Fields(List.of(new Field("id", new ConfigValue.Text(model))));
    return new ConfigValue.Fields(
        List.of(
            new Field("name", new ConfigValue.Text("gatepass")),
            new Field("models", new ConfigValue.Items(List.of(entry)))));
  }
}
