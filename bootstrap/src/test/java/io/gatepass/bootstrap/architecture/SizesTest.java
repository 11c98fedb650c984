package io.gatepass.bootstrap.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.architecture.source.JavaSource;
import io.gatepass.bootstrap.architecture.source.JavaSource.Method;
import io.gatepass.bootstrap.architecture.source.SourceTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Small things: files, methods, packages. */
class SizesTest {

  private static final int FILE = 250;
  private static final int METHOD = 30;
  private static final int PACKAGE = 8;

  /** Packages that may hold more, and why. */
  private static final Map<String, Integer> LARGER_PACKAGES =
      Map.of(
          // one class a command
          "io.gatepass.adapters.cli.command", 10,
          // the parts of a sealed type must be in one package
          "io.gatepass.domain.failure", 11,
          // one interface for each thing outside
          "io.gatepass.application.port", 23,
          // the words of RFC 6749, which belong together
          "io.gatepass.domain.oauth", 9,
          // a printer for what each command prints, and what printers share
          "io.gatepass.adapters.cli.output", 9);

  private static SourceTree program;

  @BeforeAll
  static void readTheSources() throws IOException {
    program = SourceTree.ofProgram();
  }

  @Test
  void filesAreSmall() {
    assertThat(all()).isNotEmpty().filteredOn(source -> source.codeLines() > FILE).isEmpty();
  }

  @Test
  void halfOfTheFilesAreVerySmall() {
    assertThat(median(program.main().stream().mapToInt(JavaSource::codeLines).boxed()))
        .isLessThanOrEqualTo(40);
  }

  @Test
  void methodsAreSmall() {
    assertThat(all().stream().flatMap(source -> source.methods().stream()))
        .isNotEmpty()
        .filteredOn(method -> method.codeLines() > METHOD)
        .isEmpty();
  }

  @Test
  void halfOfTheMethodsAreVerySmall() {
    assertThat(
            median(
                program.main().stream()
                    .flatMap(source -> source.methods().stream())
                    .map(Method::codeLines)))
        .isLessThanOrEqualTo(5);
  }

  @Test
  void packagesAreSmall() {
    // When
    var types =
        program.main().stream()
            .collect(groupingBy(JavaSource::packageName, summingInt(JavaSource::types)));

    // Then
    assertThat(types)
        .allSatisfy((name, count) ->
            assertThat(count)
                .as("types in " + name)
                .isLessThanOrEqualTo(LARGER_PACKAGES.getOrDefault(name, PACKAGE)));
  }

  @Test
  void linesWithCodeAreCountedAndOthersAreNot() {
    // Given
    var source =
        JavaSource.of(
            "Seed.java",
            """
            /* a comment
               of two lines */
            class Seed {

              // not code
              @Cases({
                "a table",
              })
              String url() {
                return "http://not.a.comment";  /* nor
                this */
              }
            }
            """);

    // Then
    assertThat(source.codeLines()).isEqualTo(8);
    assertThat(source.types()).isEqualTo(1);
    assertThat(source.methods()).containsExactly(new Method("Seed.java: url", 3));
  }

  private static List<JavaSource> all() {
    return Stream.concat(program.main().stream(), program.test().stream()).toList();
  }

  private static int median(Stream<Integer> sizes) {
    var sorted = sizes.sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
