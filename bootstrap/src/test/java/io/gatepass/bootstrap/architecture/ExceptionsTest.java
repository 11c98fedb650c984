package io.gatepass.bootstrap.architecture;

import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static io.gatepass.bootstrap.architecture.Hexagon.PROGRAM;
import static io.gatepass.bootstrap.architecture.Hexagon.SEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.architecture.source.JavaSource;
import io.gatepass.bootstrap.architecture.source.SourceTree;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Rule 12: an exception says what happened, and is heard. */
class ExceptionsTest {

  @Test
  void noGenericExceptionIsThrown() {
    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(PROGRAM.classes());
  }

  @Test
  void aGenericExceptionIsFound() {
    assertThat(SEEDS.violationsOf(NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS))
        .anyMatch(found -> found.contains("LooksAround.throwsAnything"));
  }

  @Test
  void noExceptionIsSwallowed() throws IOException {
    var main = SourceTree.ofProgram().main();

    assertThat(main).isNotEmpty();
    assertThat(main.stream().flatMap(source -> source.swallowedExceptions().stream())).isEmpty();
  }

  @Test
  void anExceptionThatIsNeitherUsedNorAnsweredNorExplainedIsFound() {
    // Given
    var silent = caught("catch (IOException e) { return 0; }");
    var unnamed = caught("catch (IOException _) { return 0; }");
    var passedOn = caught("catch (IOException e) { throw new UncheckedIOException(e); }");
    var answered = caught("catch (IOException _) { throw new IllegalStateException(\"gone\"); }");
    var explained = caught("catch (IOException _) { return 0; /* no file, no size */ }");

    // Then
    assertThat(silent.swallowedExceptions()).hasSize(1);
    assertThat(unnamed.swallowedExceptions()).hasSize(1);
    assertThat(passedOn.swallowedExceptions()).isEmpty();
    assertThat(answered.swallowedExceptions()).isEmpty();
    assertThat(explained.swallowedExceptions()).isEmpty();
  }

  private static JavaSource caught(String block) {
    return JavaSource.of(
        "Seed.java", "class Seed { int size() { try { read(); } " + block + " } }");
  }
}
