package io.gatepass.e2e.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The image with a launcher that has the JVM list the classes it loads: what keeps a program quick,
 * to be counted rather than timed. A JVM that is started after another begins the list anew.
 */
public final class ClassLog {
  private final Path launcher;
  private final Path list;

  private ClassLog(Path launcher, Path list) {
    this.launcher = launcher;
    this.list = list;
  }

  /**
   * Writes the launcher.
   *
   * @param folder an empty directory, whose path has no spaces
   */
  public static ClassLog of(GatepassImage underTest, Path folder) throws IOException {
    Path image = underTest.home();
    Path list = folder.resolve("classes");
    Path launcher = folder.resolve("gatepass/bin/gatepass");
    Files.createDirectories(launcher.getParent());
    Files.createSymbolicLink(folder.resolve("gatepass/lib"), image.resolve("lib"));
    Files.createSymbolicLink(folder.resolve("gatepass/runtime"), image.resolve("runtime"));
    String text = Files.readString(image.resolve("bin/gatepass"));
    Files.writeString(
        launcher, text.replace("-Xlog:disable", "-Xlog:disable -Xlog:class+load:file=" + list));
    return new ClassLog(launcher, list);
  }

  /** Runs gatepass, and keeps the list. */
  public List<String> command(String argument) {
    return List.of("/bin/sh", launcher.toString(), argument);
  }

  /** A line for each class, with its name and where it came from. */
  public List<String> classes() throws IOException {
    return Files.readAllLines(list);
  }

  /** Those of them that are not from the AOT cache, each of which took time of its own. */
  public List<String> outsideTheCache() throws IOException {
    return classes().stream().filter(it -> !it.contains("shared objects file")).toList();
  }
}
