package io.gatepass.bootstrap.architecture.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The sources of every module.
 *
 * @param main what the image holds
 * @param test its tests
 */
public record SourceTree(List<JavaSource> main, List<JavaSource> test) {

  /** Reads the reactor that this module is part of. */
  public static SourceTree ofProgram() throws IOException {
    var main = new ArrayList<JavaSource>();
    var test = new ArrayList<JavaSource>();
    try (var modules = Files.newDirectoryStream(Path.of("..").toRealPath(), Files::isDirectory)) {
      for (var module : modules) {
        main.addAll(read(module, "src/main/java"));
        test.addAll(read(module, "src/test/java"));
      }
    }
    return new SourceTree(main, test);
  }

  private static List<JavaSource> read(Path module, String folder) throws IOException {
    var root = module.resolve(folder);
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    var sources = new ArrayList<JavaSource>();
    try (var paths = Files.walk(root)) {
      for (var path : paths.filter(it -> it.toString().endsWith(".java")).toList()) {
        var name = module.getFileName() + "/" + root.relativize(path);
        sources.add(JavaSource.of(name, Files.readString(path)));
      }
    }
    return sources;
  }
}
