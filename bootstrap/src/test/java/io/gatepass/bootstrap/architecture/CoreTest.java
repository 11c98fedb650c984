package io.gatepass.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.gatepass.bootstrap.architecture.Hexagon.PROGRAM;
import static io.gatepass.bootstrap.architecture.Hexagon.SEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules 2 and 3: what the two inner layers may know. */
class CoreTest {

  private static final Set<String> JAVA_BASE =
      ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

  private static final DescribedPredicate<JavaClass> IN_JAVA_BASE =
      describe("in java.base", type -> plain(type).isPrimitive() || isOfJavaBase(plain(type)));

  private static final DescribedPredicate<JavaClass> JSPECIFY =
      resideInAPackage("org.jspecify.annotations");

  private static final DescribedPredicate<JavaClass> FILES_AND_LOGGERS =
      resideInAnyPackage("java.nio.file..", "java.nio.channels..")
          .or(type(File.class))
          .or(type(System.Logger.class))
          .or(describe("file streams", type -> type.getName().startsWith("java.io.File")));

  private static ArchRule domainIsPlainJava(Hexagon hexagon) {
    return classes()
        .that()
        .resideInAPackage(hexagon.in("domain.."))
        .should()
        .onlyDependOnClassesThat(
            IN_JAVA_BASE
                .and(DescribedPredicate.not(FILES_AND_LOGGERS))
                .or(JSPECIFY)
                .or(resideInAPackage(hexagon.in("domain.."))));
  }

  private static ArchRule applicationIsPlainJavaAndDomain(Hexagon hexagon) {
    return classes()
        .that()
        .resideInAPackage(hexagon.in("application.."))
        .should()
        .onlyDependOnClassesThat(
            IN_JAVA_BASE
                .and(DescribedPredicate.not(FILES_AND_LOGGERS))
                .or(JSPECIFY)
                .or(resideInAnyPackage(hexagon.in("domain.."), hexagon.in("application.."))));
  }

  @Test
  void domainIsPlainJava() {
    domainIsPlainJava(PROGRAM).check(PROGRAM.classes());
  }

  @Test
  void aDomainWithALibraryIsFound() {
    assertThat(SEEDS.violationsOf(domainIsPlainJava(SEEDS)))
        .anyMatch(
            found -> found.contains("domain.KnowsLibraries") && found.contains("ObjectMapper"))
        .anyMatch(found -> found.contains("domain.KnowsLibraries") && found.contains("logging"));
  }

  @Test
  void applicationIsPlainJavaAndDomain() {
    applicationIsPlainJavaAndDomain(PROGRAM).check(PROGRAM.classes());
  }

  @Test
  void anApplicationWithAnInjectionAnnotationAFileOrALoggerIsFound() {
    assertThat(SEEDS.violationsOf(applicationIsPlainJavaAndDomain(SEEDS)))
        .anyMatch(found -> found.contains("KnowsTheWorld") && found.contains("jakarta.inject"))
        .anyMatch(found -> found.contains("KnowsTheWorld") && found.contains("java.nio.file"))
        .anyMatch(found -> found.contains("KnowsTheWorld") && found.contains("System$Logger"));
  }

  private static JavaClass plain(JavaClass type) {
    return type.getBaseComponentType();
  }

  private static boolean isOfJavaBase(JavaClass type) {
    return JAVA_BASE.contains(type.getPackageName());
  }
}
