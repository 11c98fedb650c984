package io.gatepass.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.gatepass.bootstrap.architecture.Hexagon.PROGRAM;
import static io.gatepass.bootstrap.architecture.Hexagon.SEEDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rule 10 and the second half of rule 11: the world is handed in. */
class AmbientWorldTest {

  private static final Set<String> AMBIENT =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.getenv",
          "java.lang.System.getProperties",
          "java.lang.System.getProperty",
          "java.lang.Boolean.getBoolean",
          "java.lang.Integer.getInteger",
          "java.lang.Long.getLong",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.systemUTC",
          "java.time.Instant.now",
          "java.time.InstantSource.system",
          "java.time.LocalDate.now",
          "java.time.LocalDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.ZoneId.systemDefault",
          "java.util.Date.<init>");

  private static final Set<String> STREAMS =
      Set.of(
          "java.io.FileDescriptor.err",
          "java.io.FileDescriptor.in",
          "java.io.FileDescriptor.out",
          "java.lang.System.console",
          "java.lang.System.err",
          "java.lang.System.in",
          "java.lang.System.inheritedChannel",
          "java.lang.System.out",
          "java.lang.Throwable.printStackTrace");

  private static ArchRule noAmbientWorldOutsideBootstrap(Hexagon hexagon) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(hexagon.in("bootstrap.."))
        .should()
        .accessTargetWhere(targetIn(AMBIENT));
  }

  private static ArchRule standardStreamsAreTouchedInOnePlace(Hexagon hexagon) {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(hexagon.in("bootstrap.ThisProcess"))
        .should()
        .accessTargetWhere(targetIn(STREAMS));
  }

  @Test
  void noAmbientWorldOutsideBootstrap() {
    noAmbientWorldOutsideBootstrap(PROGRAM).check(PROGRAM.classes());
  }

  @Test
  void everyLookAtTheAmbientWorldIsFound() {
    var found = SEEDS.violationsOf(noAmbientWorldOutsideBootstrap(SEEDS));

    for (var method : List.of("now", "getenv", "getProperty", "systemUTC", "currentTimeMillis")) {
      assertThat(found).anyMatch(it -> it.contains("LooksAround") && it.contains(method));
    }
  }

  @Test
  void standardStreamsAreTouchedInOnePlace() {
    standardStreamsAreTouchedInOnePlace(PROGRAM).check(PROGRAM.classes());
  }

  @Test
  void standardStreamsTouchedElsewhereAreFound() {
    var found = SEEDS.violationsOf(standardStreamsAreTouchedInOnePlace(SEEDS));

    for (var stream :
        List.of(
            "System.out",
            "System.err",
            "System.in>",
            "System.inheritedChannel",
            "FileDescriptor",
            "printStackTrace")) {
      assertThat(found).anyMatch(it -> it.contains("LooksAround") && it.contains(stream));
    }
  }

  private static DescribedPredicate<JavaAccess<?>> targetIn(Set<String> names) {
    return describe(
        "target is one of " + names.stream().sorted().toList(),
        access -> names.contains(nameOf(access.getTarget())));
  }

  private static String nameOf(AccessTarget target) {
    return isPrintStackTrace(target)
        ? "java.lang.Throwable.printStackTrace"
        : target.getOwner().getName() + "." + target.getName();
  }

  /** Of whatever exception; the ones with a parameter print to a stream that was handed in. */
  private static boolean isPrintStackTrace(AccessTarget target) {
    return target instanceof MethodCallTarget method
        && method.getName().equals("printStackTrace")
        && method.getRawParameterTypes().isEmpty();
  }
}
