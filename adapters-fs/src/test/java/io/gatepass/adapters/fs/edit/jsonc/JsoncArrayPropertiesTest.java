package io.gatepass.adapters.fs.edit.jsonc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.ConfigValue.Field;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.WantedEdit;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.adapters.fs.undo.FilePlan;
import io.gatepass.adapters.fs.undo.FilePlanner;
import io.gatepass.adapters.fs.undo.FileReverter;
import io.gatepass.adapters.fs.undo.FileState;
import io.gatepass.adapters.fs.undo.RevertedFile;
import io.gatepass.domain.undo.FileUndo;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any array, as setup edits it and teardown takes it back. */
final class JsoncArrayPropertiesTest {
  private static final JsoncFormat FORMAT = JsoncFormat.jsonc();
  private static final FilePlanner PLANNER = new FilePlanner(FORMAT);
  private static final FileReverter REVERTER = new FileReverter(FORMAT);
  private static final Pointer OURS = Pointer.of("[name=gatepass]");
  private static final Pointer THEIRS = Pointer.of("[name=mine]");

  @Provide
  Arbitrary<String> documents() {
    return JsoncDocuments.arrays();
  }

  @Provide
  Arbitrary<List<WantedEdit>> setup() {
    Arbitrary<String> names = Arbitraries.of("haiku", "opus", "a \"quoted\" \\ one");
    return names.list().ofMinSize(1).ofMaxSize(3).map(JsoncArrayPropertiesTest::wanted);
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 500)
  void teardownAfterSetupsGivesTheSameText(
      @ForAll("documents") String document,
      @ForAll("setup") List<WantedEdit> first,
      @ForAll("setup") List<WantedEdit> second)
      throws UneditableDocument {
    // When
    FilePlan one = plan(document, first, Optional.empty());
    FilePlan two = plan(one.text(), second, Optional.of(one.settled()));
    // Then
    assertThat(REVERTER.revert(one.text(), one.settled()))
        .isEqualTo(new RevertedFile(document, false, List.of()));
    assertThat(REVERTER.revert(two.text(), two.settled()))
        .isEqualTo(new RevertedFile(document, false, List.of()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 300)
  void aSecondSetupChangesNothing(
      @ForAll("documents") String document, @ForAll("setup") List<WantedEdit> setup)
      throws UneditableDocument {
    FilePlan once = plan(document, setup, Optional.empty());

    FilePlan twice = plan(once.text(), setup, Optional.of(once.settled()));

    assertThat(twice.text()).isEqualTo(once.text());
    assertThat(twice.settled()).isEqualTo(once.settled());
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 300)
  void whatTheUserAddsInBetweenStaysAndOursGoes(
      @ForAll("documents") String document, @ForAll("setup") List<WantedEdit> setup)
      throws UneditableDocument {
    Assume.that(FORMAT.find(document, THEIRS).isEmpty());
    FilePlan plan = plan(document, setup, Optional.empty());
    String added = FORMAT.set(plan.text(), THEIRS, group("mine", List.of("x"))).text();

    RevertedFile reverted = REVERTER.revert(added, plan.settled());

    assertThat(FORMAT.find(reverted.text(), THEIRS)).isPresent();
    assertThat(FORMAT.find(reverted.text(), OURS)).isEqualTo(FORMAT.find(document, OURS));
    assertThat(reverted.left()).isEmpty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 300)
  void aReformattedElementIsStillOurs(@ForAll("setup") List<WantedEdit> setup)
      throws UneditableDocument {
    FilePlan plan = plan("[]", setup, Optional.empty());
    String raw = FORMAT.find(plan.text(), OURS).orElseThrow();

    String reformatted = FORMAT.replace(plan.text(), OURS, raw.replaceAll("\\s*\n\\s*", "\r\n\t"));

    assertThat(REVERTER.revert(reformatted, plan.settled()).left()).isEmpty();
    assertThat(REVERTER.drift(reformatted, plan.settled())).isEmpty();
  }

  @Property(edgeCases = EdgeCasesMode.NONE, tries = 300)
  void aDamagedDocumentIsRefusedOrStillComesBack(
      @ForAll("documents") String document, @ForAll("damage") String damage)
      throws UneditableDocument {
    int at = document.length() / 2;
    String damaged = document.substring(0, at) + damage + document.substring(at);
    FilePlan plan;
    try {
      plan = plan(damaged, wanted(List.of("opus")), Optional.empty());
    } catch (UneditableDocument e) {
      assertThat(e.position().line()).isPositive();
      return;
    }
    assertThat(REVERTER.revert(plan.text(), plan.settled()).text()).isEqualTo(damaged);
  }

  @Provide
  Arbitrary<String> damage() {
    return Combinators.combine(
            Arbitraries.of("", "\"", "{", "]", ",", ":", "/", "\\"), Arbitraries.of("", " ", "\n"))
        .as(String::concat);
  }

  private static FilePlan plan(String text, List<WantedEdit> setup, Optional<FileUndo> earlier)
      throws UneditableDocument {
    return PLANNER.plan(new FileState("/f", Optional.of(text), List.of()), setup, earlier);
  }

  private static List<WantedEdit> wanted(List<String> models) {
    return List.of(new WantedEdit(OURS, group("gatepass", models)));
  }

  /** With a key, so that its record holds a digest. */
  private static ConfigValue group(String name, List<String> models) {
    List<ConfigValue> entries =
        models.stream()
            .<ConfigValue>map(model ->
                new ConfigValue.Fields(
                    List.of(
                        new Field("id", new ConfigValue.Text(model)),
                        new Field("key", new ConfigValue.Text("Bearer 0123456789abcdef")))))
            .toList();
    return new ConfigValue.Fields(
        List.of(
            new Field("name", new ConfigValue.Text(name)),
            new Field("models", new ConfigValue.Items(entries))));
  }
}
