package io.gatepass.adapters.fs.edit.toml;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.Trial;
import io.gatepass.adapters.fs.edit.Trial.Edit;
import io.gatepass.adapters.fs.edit.toml.span.Entry;
import io.gatepass.adapters.fs.edit.toml.span.Section;
import io.gatepass.adapters.fs.edit.toml.span.Value;
import io.gatepass.adapters.fs.edit.toml.tree.Node;
import io.gatepass.adapters.fs.edit.toml.tree.TomlDocument;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for any document. */
final class TomlFormatPropertiesTest {
  private static final DocumentFormat FORMAT = new TomlFormat();

  @Provide
  Arbitrary<String> documents() {
    return TomlDocuments.accepted();
  }

  @Provide
  Arbitrary<String> fullDocuments() {
    return TomlDocuments.full();
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Arbitraries.of(
            Edit.text("/model_provider", "gatepass"),
            Edit.text("/model_providers/gatepass/name", "\"quoted\" \\ \n \uD83D\uDE00 \u007F"),
            Edit.text("/model_providers/gatepass/base_url", "https://gateway.example.com/v1"),
            Edit.text("/model_providers/gatepass/auth/command", "/opt/gate pass/bin/gatepass"),
            edit("/model_providers/gatepass/auth/args", ConfigValue.texts(List.of("token"))),
            edit("/model_providers/gatepass/auth/timeout_ms", new ConfigValue.Whole(300_000)),
            edit("/new/deep/er", new ConfigValue.Flag(true)),
            edit("/new/odd key", new ConfigValue.Items(List.of())),
            Edit.text("/new/deep/too", ""))
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(9);
  }

  private static Edit edit(String pointer, ConfigValue value) {
    return new Edit(Pointer.parse(pointer), value);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void takingBackWhatWasSetGivesTheSameText(
      @ForAll("documents") String document, @ForAll("edits") List<Edit> edits)
      throws UneditableDocument {
    // When
    String after = new Trial(FORMAT, document).apply(edits).takeBack().text();
    // Then
    assertThat(after).isEqualTo(document);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void settingTwiceIsSettingOnce(
      @ForAll("documents") String document, @ForAll("edits") List<Edit> edits)
      throws UneditableDocument {
    // When
    String once = new Trial(FORMAT, document).apply(edits).text();
    String twice = new Trial(FORMAT, once).apply(edits).text();
    // Then
    assertThat(twice).isEqualTo(once);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anotherParserReadsTheDocumentWithTheValuesSet(
      @ForAll("documents") String document, @ForAll("edits") List<Edit> edits)
      throws UneditableDocument {
    // Given
    Map<String, Object> expected = TomlJudge.tree(document);
    edits.forEach(edit -> TomlJudge.put(expected, edit));
    // When
    String edited = new Trial(FORMAT, document).apply(edits).text();
    // Then
    assertThat(TomlJudge.tree(edited)).isEqualTo(expected);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aNewEntryLeavesEveryOtherCharacterWhereItWas(
      @ForAll("documents") String document, @ForAll("newEdits") Edit edit)
      throws UneditableDocument {
    // When
    String edited = new Trial(FORMAT, document).apply(List.of(edit)).text();
    // Then
    assertThat(isSubsequence(document, edited)).isTrue();
  }

  @Provide
  Arbitrary<Edit> newEdits() {
    return Arbitraries.of(
        Edit.text("/new", "x"),
        Edit.text("/new/deep/er", "x"),
        Edit.text("/model_providers/gatepass/new", "x"),
        Edit.text("/model_providers/gatepass/auth/new", "x"));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aReplacedValueLeavesEveryOtherCharacterWhereItWas(@ForAll("fullDocuments") String document)
      throws UneditableDocument {
    Pointer at = Pointer.of("model_provider");
    Value before =
        ((Node.Placed) TomlDocument.read(document).find(at).orElseThrow()).entry().value();
    // When
    String edited =
        new Trial(FORMAT, document).apply(List.of(Edit.text("/model_provider", "new"))).text();
    // Then
    String expected =
        document.substring(0, before.start()) + "\"new\"" + document.substring(before.end());
    assertThat(edited).isEqualTo(expected);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aUsersEditInBetweenIsAllThatIsLeft(
      @ForAll("fullDocuments") String document, @ForAll("edits") List<Edit> edits)
      throws UneditableDocument {
    Pointer theirs = Pointer.of("model");
    // When
    String raw = "[ # by me\n 'changed', ]";
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
    String damaged = damaged(document, place, character);
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

  // The same documents each time: where the two differ, the other parser may be the wrong one, and
  // its bugs must not come and go with chance.
  @Property(edgeCases = EdgeCasesMode.NONE, seed = "20261123")
  void whatAnotherParserRefusesIsRefusedAndNothingElse(
      @ForAll("documents") String document,
      @ForAll @IntRange(min = 0, max = 500) int place,
      @ForAll("characters") String character) {
    String damaged = damaged(document, place, character);
    Optional<Boolean> verdict = TomlJudge.accepts(damaged);
    Assume.that(verdict.isPresent());
    assertThat(isAccepted(damaged)).as(damaged).isEqualTo(verdict.get());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void everyScalarMeansWhatAnotherParserReads(@ForAll("documents") String document)
      throws UneditableDocument {
    for (Section section : TomlDocument.read(document).sections()) {
      for (Entry entry : section.entries()) {
        requireSameMeaning(document, entry.value());
      }
    }
  }

  private static void requireSameMeaning(String document, Value value) {
    switch (value) {
      case Value.Items it -> it.items().forEach(item -> requireSameMeaning(document, item));
      case Value.InlineTable it ->
          it.entries().forEach(entry -> requireSameMeaning(document, entry.value()));
      case Value.Scalar it -> {
        Object theirs = TomlJudge.tree("v = " + document.substring(it.start(), it.end())).get("v");
        assertThat(it.meaning() instanceof Value.Moment).isEqualTo(theirs instanceof Temporal);
        if (!(theirs instanceof Temporal)) {
          assertThat(it.meaning()).isEqualTo(theirs);
        }
      }
    }
  }

  @Provide
  Arbitrary<String> characters() {
    return TomlDocuments.disturbances();
  }

  private static String damaged(String document, int place, String character) {
    int at = document.isEmpty() ? 0 : document.offsetByCodePoints(0, place % points(document));
    int end = document.isEmpty() ? 0 : document.offsetByCodePoints(at, 1);
    return document.substring(0, at) + character + document.substring(end);
  }

  private static int points(String document) {
    return document.codePointCount(0, document.length());
  }

  private static boolean isAccepted(String document) {
    try {
      TomlDocument.read(document);
      return true;
    } catch (UneditableDocument e) {
      return false;
    }
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
