package io.gatepass.bootstrap.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.gatepass.bootstrap.architecture.Hexagon.PROGRAM;
import static io.gatepass.bootstrap.architecture.Hexagon.SEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class NamesAndPackagesTest {

  private static final List<String> EMPTY_WORDS =
      List.of("Impl", "Manager", "Util", "Utils", "Helper", "Dto", "DTO");

  /** Rule 13. */
  private static ArchRule packagesAreNullMarked() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(violated(type, type.getPackageName() + " has " + type.getName()));
                }
              }
            });
  }

  /** Rule 14. */
  private static ArchRule noNameEndsIn(String word) {
    return noClasses().should().haveSimpleNameEndingWith(word);
  }

  @Test
  void everyPackageIsNullMarked() {
    packagesAreNullMarked().check(PROGRAM.classes());
  }

  @Test
  void aPackageThatIsNotNullMarkedIsFound() {
    assertThat(SEEDS.violationsOf(packagesAreNullMarked()))
        .anyMatch(found -> found.contains("seeds.domain"));
  }

  @Test
  void noNameEndsInAnEmptyWord() {
    for (var word : EMPTY_WORDS) {
      noNameEndsIn(word).check(PROGRAM.classes());
    }
  }

  @Test
  void aNameThatEndsInAnEmptyWordIsFound() {
    for (var word : List.of("Impl", "Manager", "Util", "Helper", "Dto")) {
      assertThat(SEEDS.violationsOf(noNameEndsIn(word)))
          .anyMatch(found -> found.contains("Token" + word));
    }
  }
}
