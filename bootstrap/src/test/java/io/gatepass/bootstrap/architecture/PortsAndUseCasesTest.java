package io.gatepass.bootstrap.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.gatepass.bootstrap.architecture.Hexagon.PROGRAM;
import static io.gatepass.bootstrap.architecture.Hexagon.SEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsAndUseCasesTest {

  /** The parts of java.base that are words of a domain; streams and files are not. */
  private static final Set<String> PLAIN_PACKAGES =
      Set.of("", "java.lang", "java.time", "java.util", "java.util.function");

  /** Whom to trust, as Java says it: made by one adapter, used by two. */
  private static final String TRUST = "javax.net.ssl.SSLContext";

  /** Rule 4, first half. What a port says may be nested in it: a record, an enum, a handle. */
  private static ArchRule portsAreInterfaces(Hexagon hexagon) {
    return classes()
        .that()
        .resideInAPackage(hexagon.in("application.port.."))
        .and()
        .areTopLevelClasses()
        .and()
        .haveSimpleNameNotEndingWith("package-info")
        .should()
        .beInterfaces();
  }

  /** Rule 4, second half. */
  private static ArchRule portsSpeakDomainTypes(Hexagon hexagon) {
    return classes()
        .that()
        .resideInAPackage(hexagon.in("application.port.."))
        .should(speakOnly(List.of(hexagon.in("domain"), hexagon.in("application.port"))));
  }

  /** Rule 6; helpers of use cases are package-private. */
  private static ArchRule useCasesAreFinalAndDoOneThing(Hexagon hexagon) {
    return classes()
        .that()
        .resideInAPackage(hexagon.in("application.usecase.."))
        .and()
        .areTopLevelClasses()
        .and()
        .arePublic()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .andShould(haveOnePublicMethod());
  }

  @Test
  void portsAreInterfaces() {
    portsAreInterfaces(PROGRAM).check(PROGRAM.classes());
  }

  @Test
  void aPortThatIsAClassIsFound() {
    assertThat(SEEDS.violationsOf(portsAreInterfaces(SEEDS)))
        .anyMatch(found -> found.contains("port.ClassAsPort"));
  }

  @Test
  void portsSpeakDomainTypes() {
    portsSpeakDomainTypes(PROGRAM).check(PROGRAM.classes());
  }

  @Test
  void aPortThatSpeaksPathsStreamsOrALibrarysTypesIsFound() {
    assertThat(SEEDS.violationsOf(portsSpeakDomainTypes(SEEDS)))
        .anyMatch(found -> found.contains("ForeignWords.path") && found.contains("Path"))
        .anyMatch(found -> found.contains("ForeignWords.bytes") && found.contains("InputStream"))
        .anyMatch(found -> found.contains("ForeignWords.json") && found.contains("JsonNode"))
        .noneMatch(found -> found.contains("ForeignWords.right"));
  }

  @Test
  void useCasesAreFinalAndDoOneThing() {
    useCasesAreFinalAndDoOneThing(PROGRAM).check(PROGRAM.classes());
  }

  @Test
  void aUseCaseThatIsOpenOrDoesTwoThingsIsFound() {
    assertThat(SEEDS.violationsOf(useCasesAreFinalAndDoOneThing(SEEDS)))
        .anyMatch(found -> found.contains("TwoThings") && found.contains("FINAL"))
        .anyMatch(found -> found.contains("TwoThings") && found.contains("[one, two]"));
  }

  private static ArchCondition<JavaClass> speakOnly(List<String> packages) {
    return new ArchCondition<>("speak only plain Java and " + packages) {
      @Override
      public void check(JavaClass port, ConditionEvents events) {
        for (JavaMethod method : port.getMethods()) {
          for (JavaClass word : method.getAllInvolvedRawTypes()) {
            var from = word.getBaseComponentType().getPackageName();
            if (!PLAIN_PACKAGES.contains(from)
                && packages.stream().noneMatch(from::startsWith)
                && !word.getName().equals(TRUST)) {
              events.add(violated(method, method.getFullName() + " speaks " + word.getName()));
            }
          }
        }
      }
    };
  }

  private static ArchCondition<JavaClass> haveOnePublicMethod() {
    return new ArchCondition<>("have one public method") {
      @Override
      public void check(JavaClass useCase, ConditionEvents events) {
        var names =
            useCase.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaMethod::getName)
                .sorted()
                .toList();
        if (names.size() != 1) {
          events.add(violated(useCase, useCase.getName() + " has public methods " + names));
        }
      }
    };
  }
}
