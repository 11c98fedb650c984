package io.gatepass.adapters.fs.edit.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.Trial;
import io.gatepass.adapters.fs.edit.Trial.Edit;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any document. What the real dotenv reads is {@link DotenvPackageTest}'s. */
final class DotenvFormatPropertiesTest {
  private static final DocumentFormat FORMAT = new DotenvFormat();

  @Provide
  Arbitrary<String> documents() {
    return DotenvDocuments.tame();
  }

  @Provide
  Arbitrary<String> fullDocuments() {
    return DotenvDocuments.full();
  }

  @Provide
  Arbitrary<String> anything() {
    return DotenvDocuments.wild();
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Combinators.combine(
            Arbitraries.of("GEMINI_API_KEY", "GOOGLE_GEMINI_BASE_URL", "SSL_CERT_FILE", "OTHER"),
            DotenvDocuments.values())
        .as((key, value) -> new Edit(Pointer.of(key), new ConfigValue.Text(value)))
        .list()
        .uniqueElements(Edit::at)
        .ofMinSize(1)
        .ofMaxSize(4);
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
  void theDocumentReadsAsBeforeWithTheValuesSet(
      @ForAll("documents") String document, @ForAll("edits") List<Edit> edits)
      throws UneditableDocument {
    // Given
    Map<String, String> expected = environment(document);
    edits.forEach(edit -> expected.put(edit.at().last(), ((ConfigValue.Text) edit.value()).text()));
    // When
    String edited = new Trial(FORMAT, document).apply(edits).text();
    // Then
    assertThat(environment(edited)).isEqualTo(expected);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aNewEntryLeavesEveryOtherCharacterWhereItWas(@ForAll("documents") String document)
      throws UneditableDocument {
    // When
    String edited = new Trial(FORMAT, document).apply(List.of(Edit.text("/NEW", "a b"))).text();
    // Then
    assertThat(edited).startsWith(document).contains("NEW='a b'");
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aReplacedValueLeavesEveryOtherCharacterWhereItWas(@ForAll("fullDocuments") String document)
      throws UneditableDocument {
    Entry before =
        DotenvReader.read(document).stream()
            .filter(entry -> entry.key().equals("MODEL"))
            .findFirst()
            .orElseThrow();
    // When
    String edited = new Trial(FORMAT, document).apply(List.of(Edit.text("/MODEL", "new"))).text();
    // Then
    assertThat(edited)
        .isEqualTo(
            document.substring(0, before.valueStart())
                + "new"
                + document.substring(before.valueEnd()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aUsersEditInBetweenIsAllThatIsLeft(
      @ForAll("fullDocuments") String document, @ForAll("edits") List<Edit> edits)
      throws UneditableDocument {
    Pointer theirs = Pointer.of("MODEL");
    // When
    String raw = "'changed\n by me'";
    String after = new Trial(FORMAT, document).apply(edits).userPuts(theirs, raw).takeBack().text();
    // Then
    assertThat(after).isEqualTo(FORMAT.replace(document, theirs, raw));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void anythingAtAllIsRefusedOrComesBackAndReadsAsBeforeWithTheValuesSet(
      @ForAll("anything") String document, @ForAll("edits") List<Edit> edits)
      throws UneditableDocument {
    Map<String, String> expected = environment(document);
    Trial trial = new Trial(FORMAT, document);
    // When it is accepted
    try {
      trial.apply(edits);
    } catch (UneditableDocument e) {
      assertThat(e.position().line()).isPositive();
      return;
    }
    // Then
    edits.forEach(edit -> expected.put(edit.at().last(), ((ConfigValue.Text) edit.value()).text()));
    assertThat(environment(trial.text())).isEqualTo(expected);
    assertThat(trial.takeBack().text()).isEqualTo(document);
  }

  private static Map<String, String> environment(String document) {
    Map<String, String> environment = new LinkedHashMap<>();
    DotenvReader.read(document).forEach(entry -> environment.put(entry.key(), entry.value()));
    return environment;
  }
}
