package io.gatepass.bootstrap.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.gatepass.bootstrap.architecture.Hexagon.PROGRAM;
import static io.gatepass.bootstrap.architecture.Hexagon.SEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules 7 and 8: each library at home. */
class LibrariesTest {

  /**
   * A library's packages and those of ours that may use it.
   *
   * @param seed the seeded class that uses it where it must not
   */
  record Home(String library, List<String> packages, List<String> homes, String seed) {
    @Override
    public String toString() {
      return library;
    }
  }

  static Stream<Home> homes() {
    return Stream.concat(frameworks(), smallLibraries());
  }

  private static Stream<Home> frameworks() {
    return Stream.of(
        new Home(
            "Guice",
            List.of("com.google.inject..", "jakarta.inject..", "javax.inject.."),
            List.of("bootstrap.."),
            "adapters.oidc.UsesGuice"),
        // Guava is Guice's; nobody asks for it.
        new Home("Guava", List.of("com.google.common.."), List.of(), "adapters.oidc.UsesGuice"),
        new Home(
            "picocli", List.of("picocli.."), List.of("adapters.cli.."), "adapters.fs.UsesPicocli"),
        new Home(
            "Jetty",
            List.of("org.eclipse.jetty.."),
            List.of("adapters.http..", "adapters.oidc.redirect.."),
            "adapters.fs.UsesJetty"),
        new Home(
            "HttpClient 5",
            List.of("org.apache.hc.."),
            List.of("adapters.http..", "adapters.oidc.."),
            "adapters.fs.UsesHttpClient"),
        new Home(
            "ScribeJava",
            List.of("com.github.scribejava.."),
            List.of("adapters.oidc.."),
            "adapters.fs.UsesScribe"));
  }

  private static Stream<Home> smallLibraries() {
    return Stream.of(
        new Home(
            "Jackson",
            List.of("com.fasterxml.jackson.."),
            List.of("adapters.fs..", "adapters.cli.output..", "adapters.http.upstream.."),
            "adapters.http.UsesJackson"),
        // The demo's issuer signs what the adapter verifies.
        new Home(
            "Nimbus",
            List.of("com.nimbusds.."),
            List.of("adapters.oidc..", "bootstrap.demo.."),
            "adapters.http.UsesNimbus"),
        new Home(
            "java-diff-utils",
            List.of("com.github.difflib.."),
            List.of("adapters.fs.."),
            "adapters.http.UsesDiff"),
        // Jetty's and HttpClient's; what a person reads is printed, not logged.
        new Home(
            "loggers",
            List.of("org.slf4j..", "java.util.logging.."),
            List.of(),
            "adapters.http.UsesLogger"));
  }

  private static ArchRule staysAtHome(Hexagon hexagon, Home home) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(hexagon.in(home.homes()))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(home.packages().toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("homes")
  void eachLibraryStaysAtHome(Home home) {
    staysAtHome(PROGRAM, home).check(PROGRAM.classes());
  }

  @ParameterizedTest
  @MethodSource("homes")
  void aLibraryAwayFromHomeIsFound(Home home) {
    assertThat(SEEDS.violationsOf(staysAtHome(SEEDS, home)))
        .anyMatch(found -> found.contains(home.seed()));
  }
}
