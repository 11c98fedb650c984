package io.gatepass.adapters.fs.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.WantedEdit;
import io.gatepass.adapters.fs.edit.jsonc.JsoncDocuments;
import io.gatepass.adapters.fs.edit.jsonc.JsoncFormat;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.domain.undo.FileUndo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any document, any earlier setups, any moment of a crash. */
final class FileUndoPropertiesTest {
  private static final DocumentFormat FORMAT = JsoncFormat.jsonc();
  private static final FilePlanner PLANNER = new FilePlanner(FORMAT);
  private static final FileReverter REVERTER = new FileReverter(FORMAT);
  private static final Pointer THEIRS = Pointer.of("model");

  @Provide
  Arbitrary<String> documents() {
    return JsoncDocuments.accepted();
  }

  @Provide
  Arbitrary<String> fullDocuments() {
    return JsoncDocuments.full();
  }

  /** What one setup wants: some of our values, each in one of two versions. */
  @Provide
  Arbitrary<List<WantedEdit>> setup() {
    Arbitrary<Set<String>> places =
        Arbitraries.of("/apiKeyHelper", "/env/A", "/env/B", "/env/TOKEN", "/env/C")
            .set()
            .ofMinSize(1);
    return Combinators.combine(places, Arbitraries.of("one", "two"))
        .as((all, version) -> all.stream().map(at -> wanted(at, version)).toList());
  }

  @Provide
  Arbitrary<List<List<WantedEdit>>> setups() {
    return setup().list().ofMinSize(1).ofMaxSize(4);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void teardownAfterAnyNumberOfSetupsGivesTheSameText(
      @ForAll("documents") String document, @ForAll("setups") List<List<WantedEdit>> setups)
      throws UneditableDocument {
    // When
    FilePlan last = setUp(Optional.of(document), setups);
    RevertedFile reverted = REVERTER.revert(last.text(), last.settled());
    // Then
    assertThat(reverted).isEqualTo(new RevertedFile(document, false, List.of()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 100)
  void teardownOfAFileThatSetupMadeLeavesNothing(@ForAll("setups") List<List<WantedEdit>> setups)
      throws UneditableDocument {
    // When
    FilePlan last = setUp(Optional.empty(), setups);
    RevertedFile reverted = REVERTER.revert(last.text(), last.settled());
    // Then
    assertThat(reverted).isEqualTo(new RevertedFile("", true, List.of()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void aSecondSetupThatWantsTheSameChangesNothing(
      @ForAll("documents") String document, @ForAll("setups") List<List<WantedEdit>> setups)
      throws UneditableDocument {
    // Given
    FilePlan last = setUp(Optional.of(document), setups);
    // When
    FilePlan again = plan(last.text(), setups.getLast(), Optional.of(last.settled()));
    // Then
    assertThat(again.text()).isEqualTo(last.text());
    assertThat(again.settled()).isEqualTo(last.settled());
    assertThat(again.replaced()).isEmpty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whereverASetupIsKilledItsRecordUndoesWhatIsThere(
      @ForAll("documents") String document, @ForAll("setups") List<List<WantedEdit>> setups)
      throws UneditableDocument {
    // Given a setup that stored its record and perhaps wrote its text
    Optional<FileUndo> earlier = Optional.empty();
    String before = document;
    FilePlan last = plan(before, setups.getFirst(), earlier);
    for (List<WantedEdit> setup : setups.subList(1, setups.size())) {
      before = last.text();
      last = plan(before, setup, Optional.of(last.settled()));
    }
    // When
    RevertedFile notWritten = REVERTER.revert(before, last.pending());
    RevertedFile written = REVERTER.revert(last.text(), last.pending());
    // Then
    assertThat(notWritten).isEqualTo(new RevertedFile(document, false, List.of()));
    assertThat(written).isEqualTo(new RevertedFile(document, false, List.of()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void revertingOnceMoreChangesNothing(
      @ForAll("documents") String document, @ForAll("setup") List<WantedEdit> setup)
      throws UneditableDocument {
    // Given
    FilePlan plan = plan(document, setup, Optional.empty());
    RevertedFile once = REVERTER.revert(plan.text(), plan.settled());
    // When
    RevertedFile twice = REVERTER.revert(once.text(), plan.settled());
    // Then
    assertThat(twice).isEqualTo(once);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatTheUserChangesElsewhereInBetweenStays(
      @ForAll("fullDocuments") String document,
      @ForAll("setups") List<List<WantedEdit>> setups,
      @ForAll("theirValues") String raw)
      throws UneditableDocument {
    // Given
    FilePlan last = setUp(Optional.of(document), setups);
    String changed = FORMAT.replace(last.text(), THEIRS, raw);
    // When
    RevertedFile reverted = REVERTER.revert(changed, last.settled());
    // Then
    String expected = FORMAT.replace(document, THEIRS, raw);
    assertThat(reverted).isEqualTo(new RevertedFile(expected, false, List.of()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void whatTheUserAddsInBetweenStays(
      @ForAll("documents") String document,
      @ForAll("setup") List<WantedEdit> setup,
      @ForAll("theirPlaces") String place)
      throws UneditableDocument {
    // Given
    FilePlan plan = plan(document, setup, Optional.empty());
    Pointer at = Pointer.parse(place);
    String added = FORMAT.set(plan.text(), at, new ConfigValue.Text("mine")).text();
    // When
    RevertedFile reverted = REVERTER.revert(added, plan.settled());
    // Then
    assertThat(FORMAT.find(reverted.text(), at)).contains("\"mine\"");
    String without = FORMAT.remove(reverted.text(), at);
    assertThat(tokens(without)).isEqualTo(tokens(withContainers(document, at)));
    assertThat(reverted.left()).isEmpty();
  }

  @Provide
  Arbitrary<String> theirValues() {
    return Arbitraries.of("1", "\"x\"", "{ // mine\n }", "[ 1, /* two */ ]");
  }

  @Provide
  Arbitrary<String> theirPlaces() {
    return Arbitraries.of("/mine", "/env/mine");
  }

  private static FilePlan setUp(Optional<String> document, List<List<WantedEdit>> setups)
      throws UneditableDocument {
    FileState file = new FileState("/f", document, List.of());
    FilePlan last = PLANNER.plan(file, setups.getFirst(), Optional.empty());
    for (List<WantedEdit> setup : setups.subList(1, setups.size())) {
      last = plan(last.text(), setup, Optional.of(last.settled()));
    }
    return last;
  }

  private static FilePlan plan(String text, List<WantedEdit> setup, Optional<FileUndo> earlier)
      throws UneditableDocument {
    return PLANNER.plan(new FileState("/f", Optional.of(text), List.of()), setup, earlier);
  }

  private static WantedEdit wanted(String at, String version) {
    return new WantedEdit(Pointer.parse(at), new ConfigValue.Text(version + at));
  }

  /** The document as it would be had the user added and removed their value without us. */
  private static String withContainers(String document, Pointer at) throws UneditableDocument {
    String added = FORMAT.set(document, at, new ConfigValue.Text("mine")).text();
    return FORMAT.remove(added, at);
  }

  private static String tokens(String document) {
    return document
        .chars()
        .filter(c -> !Character.isWhitespace(c))
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
