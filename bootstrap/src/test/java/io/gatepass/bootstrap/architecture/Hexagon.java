package io.gatepass.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * The program's packages below a root, and the classes in them.
 *
 * <p>Every rule is written against a root, so that it can be checked on the program and proved
 * alive on {@link #SEEDS}, a small copy of the layers in which each class breaks a rule.
 *
 * @param root the package that holds the layers
 */
record Hexagon(String root) {

  static final Hexagon PROGRAM = new Hexagon("io.gatepass");
  static final Hexagon SEEDS = new Hexagon("io.gatepass.bootstrap.architecture.seeds");

  private static final JavaClasses PROGRAM_CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(Hexagon::isNoTestKit)
          .importPackages(PROGRAM.root);

  private static final JavaClasses SEED_CLASSES =
      new ClassFileImporter().importPackages(SEEDS.root);

  /** A package pattern below the root: {@code in("domain..")}. */
  String in(String packages) {
    return root + "." + packages;
  }

  /** Several of them. */
  String[] in(List<String> packages) {
    return packages.stream().map(this::in).toArray(String[]::new);
  }

  JavaClasses classes() {
    return this.equals(SEEDS) ? SEED_CLASSES : PROGRAM_CLASSES;
  }

  /** What the rule objects to, one text a violation. */
  List<String> violationsOf(ArchRule rule) {
    return rule.evaluate(classes()).getFailureReport().getDetails();
  }

  private static boolean isNoTestKit(Location location) {
    return !location.contains("-tests.jar");
  }
}
