package io.gatepass.adapters.fs.tool.detect;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Paths in which {@code *} stands for any one name, or for the rest of a name after its start. */
final class Patterns {
  private Patterns() {}

  /** The paths that a pattern stands for; those without a {@code *} need not be there. */
  static Stream<Path> expand(Path pattern) {
    Path root = pattern.getRoot();
    if (root == null) {
      return Stream.of(pattern); // a drive's, where there are none
    }
    List<Path> expanded = List.of(root);
    for (Path name : pattern) {
      expanded =
          name.toString().endsWith("*")
              ? expanded.stream().flatMap(directory -> entries(directory, name).stream()).toList()
              : expanded.stream().map(directory -> directory.resolve(name)).toList();
    }
    return expanded.stream();
  }

  private static List<Path> entries(Path directory, Path pattern) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, pattern.toString())) {
      entries.forEach(found::add);
      return found;
    } catch (IOException | DirectoryIteratorException e) {
      return List.of(); // not there or not ours to read: nothing is installed in it for this user
    }
  }
}
