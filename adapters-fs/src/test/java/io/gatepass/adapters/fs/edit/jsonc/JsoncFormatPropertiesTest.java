package io.gatepass.adapters.fs.edit.jsonc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.Trial;
import io.gatepass.adapters.fs.edit.Trial.Edit;
import io.gatepass.adapters.fs.edit.jsonc.parse.MemberSpan;
import io.gatepass.adapters.fs.edit.jsonc.parse.PathReader;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any document. */
final class JsoncFormatPropertiesTest {
  private static final DocumentFormat FORMAT = JsoncFormat.jsonc();
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  @Provide
  Arbitrary<String> documents() {
    return JsoncDocuments.accepted();
  }

  @Provide
  Arbitrary<String> fullDocuments() {
    return JsoncDocuments.full();
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Arbitraries.of(
            Edit.text("/apiKeyHelper", "'/opt/gate pass/bin/gatepass' token"),
            Edit.text("/env/A", "https://gateway.example.com/anthropic"),
            Edit.text("/env/B", "x"),
            Edit.text("/env/TOKEN", "\"quoted\" \\ \n \uD83D\uDE00"),
            Edit.text("/deep/er/est", "1"),
            Edit.text("/deep/er/too", "2"))
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void takingBackWhatWasSetGivesTheSameText(
      @ForAll("documents") String document, @ForAll("edits") List<Edit> edits)
      throws UneditableDocument {
    assumeNothingBlocks(document);
    // When
    String after = new Trial(FORMAT, document).apply(edits).takeBack().text();
    // Then
    assertThat(after).isEqualTo(document);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void settingTwiceIsSettingOnce(
      @ForAll("documents") String document, @ForAll("edits") List<Edit> edits)
      throws UneditableDocument {
    assumeNothingBlocks(document);
    // When
    String once = new Trial(FORMAT, document).apply(edits).text();
    String twice = new Trial(FORMAT, once).apply(edits).text();
    // Then
    assertThat(twice).isEqualTo(once);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aParserReadsTheDocumentWithTheValuesSet(
      @ForAll("documents") String document, @ForAll("edits") List<Edit> edits)
      throws UneditableDocument, IOException {
    assumeNothingBlocks(document);
    // Given
    ObjectNode expected = tree(document);
    for (Edit edit : edits) {
      put(expected, edit);
    }
    // When
    String edited = new Trial(FORMAT, document).apply(edits).text();
    // Then
    assertThat(tree(edited)).isEqualTo(expected);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aNewMemberLeavesEveryOtherCharacterWhereItWas(@ForAll("documents") String document)
      throws UneditableDocument {
    assumeNothingBlocks(document);
    Edit edit = Edit.text("/new/one", "x");
    // When
    String edited = new Trial(FORMAT, document).apply(List.of(edit)).text();
    // Then
    assertThat(isSubsequence(document, edited)).isTrue();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aReplacedValueLeavesEveryOtherCharacterWhereItWas(@ForAll("fullDocuments") String document)
      throws UneditableDocument {
    Pointer at = Pointer.of("apiKeyHelper");
    MemberSpan before = PathReader.read(document, at).target().orElseThrow();
    // When
    String edited =
        new Trial(FORMAT, document).apply(List.of(Edit.text("/apiKeyHelper", "new"))).text();
    // Then
    int valueStart = before.valueStart();
    int valueEnd = before.valueEnd();
    assertThat(edited)
        .isEqualTo(document.substring(0, valueStart) + "\"new\"" + document.substring(valueEnd));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aUsersEditInBetweenIsAllThatIsLeft(
      @ForAll("fullDocuments") String document, @ForAll("edits") List<Edit> edits)
      throws UneditableDocument {
    assumeNothingBlocks(document);
    Pointer theirs = Pointer.of("model");
    // When
    String raw = "[\"changed\" /* by me */]";
    String after = new Trial(FORMAT, document).apply(edits).userPuts(theirs, raw).takeBack().text();
    // Then
    assertThat(after).isEqualTo(FORMAT.replace(document, theirs, raw));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aDamagedDocumentIsRefusedOrStillComesBack(
      @ForAll("documents") String document,
      @ForAll("edits") List<Edit> edits,
      @ForAll @IntRange(min = 0, max = 500) int place,
      @ForAll("characters") String character)
      throws UneditableDocument {
    Assume.that(!document.isEmpty());
    // Given a document with one character replaced
    int at = place % document.length();
    String damaged = document.substring(0, at) + character + document.substring(at + 1);
    Trial trial = new Trial(FORMAT, damaged);
    // When it is accepted all the same
    try {
      trial.apply(edits);
    } catch (UneditableDocument e) {
      assertThat(e.position().line()).isPositive();
      return;
    }
    // Then
    assertThat(trial.takeBack().text()).isEqualTo(damaged);
  }

  @Provide
  Arbitrary<String> characters() {
    return Arbitraries.of(
        "", "\"", "{", "}", "[", "]", ",", ":", "/", "*", "\\", "\n", "\r", " ", "\u0000", "\u2028",
        "\uFEFF", "1", "e");
  }

  /** Some documents hold something else than an object where ours would go. */
  private static void assumeNothingBlocks(String document) throws UneditableDocument {
    for (String key : List.of("deep", "new")) {
      Assume.that(FORMAT.find(document, Pointer.of(key)).isEmpty());
    }
  }

  private static ObjectNode tree(String document) throws IOException {
    String text = document.startsWith("\uFEFF") ? document.substring(1) : document;
    JsonNode tree = MAPPER.readTree(text);
    return tree instanceof ObjectNode object ? object : MAPPER.createObjectNode();
  }

  private static void put(ObjectNode root, Edit edit) {
    ObjectNode object = root;
    for (String key : edit.at().parent().keys()) {
      object = object.withObjectProperty(key);
    }
    object.put(edit.at().last(), ((ConfigValue.Text) edit.value()).text());
  }

  private static boolean isSubsequence(String part, String whole) {
    int at = 0;
    for (int i = 0; i < whole.length() && at < part.length(); i++) {
      if (whole.charAt(i) == part.charAt(at)) {
        at++;
      }
    }
    return at == part.length();
  }
}
