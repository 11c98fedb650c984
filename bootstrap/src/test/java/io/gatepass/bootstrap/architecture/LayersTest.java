package io.gatepass.bootstrap.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.gatepass.bootstrap.architecture.Hexagon.PROGRAM;
import static io.gatepass.bootstrap.architecture.Hexagon.SEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LayersTest {

  private static final List<String> ADAPTERS = List.of("cli", "http", "fs", "oidc");

  /** Rule 1: dependencies point inwards, and every class is in a layer. */
  private static ArchRule dependenciesPointInwards(Hexagon hexagon) {
    var layers =
        Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("domain")
            .definedBy(hexagon.in("domain.."))
            .layer("application")
            .definedBy(hexagon.in("application.."))
            .layer("bootstrap")
            .definedBy(hexagon.in("bootstrap.."));
    for (var adapter : ADAPTERS) {
      layers = layers.layer(adapter).definedBy(hexagon.in("adapters." + adapter + ".."));
      layers = layers.whereLayer(adapter).mayOnlyBeAccessedByLayers("bootstrap");
    }
    return layers
        .whereLayer("bootstrap")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("domain")
        .mayNotAccessAnyLayer()
        .whereLayer("application")
        .mayOnlyAccessLayers("domain")
        .ensureAllClassesAreContainedInArchitecture();
  }

  /** Rule 5: adapters do not know each other. */
  private static ArchRule adaptersKnowNoOtherAdapter(Hexagon hexagon) {
    return slices().matching(hexagon.in("adapters.(*)..")).should().notDependOnEachOther();
  }

  /** Rule 11, first half. */
  private static ArchRule packagesFormNoCycle(Hexagon hexagon) {
    return slices().matching(hexagon.in("(**)")).should().beFreeOfCycles();
  }

  @Test
  void dependenciesPointInwards() {
    dependenciesPointInwards(PROGRAM).check(PROGRAM.classes());
  }

  @Test
  void aDomainThatKnowsAUseCaseIsFound() {
    assertThat(SEEDS.violationsOf(dependenciesPointInwards(SEEDS)))
        .anyMatch(found -> found.contains("domain.KnowsUseCase"))
        .anyMatch(found -> found.contains("Homeless"));
  }

  @Test
  void everyLayerHasClassesSoThatTheRulesAreAboutSomething() {
    // When
    var layers = new TreeSet<String>();
    for (JavaClass type : PROGRAM.classes()) {
      layers.add(type.getPackageName().replaceAll("^io\\.gatepass\\.((adapters\\.)?\\w+).*", "$1"));
    }

    // Then
    assertThat(layers).contains("domain", "application", "bootstrap");
  }

  @Test
  void adaptersKnowNoOtherAdapter() {
    adaptersKnowNoOtherAdapter(PROGRAM).check(PROGRAM.classes());
  }

  @Test
  void anAdapterThatKnowsAnotherIsFound() {
    assertThat(SEEDS.violationsOf(adaptersKnowNoOtherAdapter(SEEDS)))
        .anyMatch(found -> found.contains("adapters.http.KnowsOtherAdapter"));
  }

  @Test
  void packagesFormNoCycle() {
    packagesFormNoCycle(PROGRAM).check(PROGRAM.classes());
  }

  @Test
  void aCycleBetweenPackagesIsFound() {
    assertThat(SEEDS.violationsOf(packagesFormNoCycle(SEEDS)))
        .anyMatch(found -> found.contains("domain.KnowsUseCase"));
  }
}
