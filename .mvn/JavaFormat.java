import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Checks or applies google-java-format to every Java source of the reactor, in one process.
 *
 * <p>Run by the build on JDK 25 as {@code java -cp … .mvn/JavaFormat.java check|apply ROOT}. It
 * exists because Spotless would run the formatter in Maven's own JVM, which may be too old to parse
 * the sources. Files that have not changed since the last good run are left out.
 */
final class JavaFormat {

  private JavaFormat() {}

  public static void main(String[] args) throws IOException {
    var apply = args[0].equals("apply");
    var root = Path.of(args[1]);
    var stamp = root.resolve("target/java-format.stamp");
    var startedAt = FileTime.fromMillis(System.currentTimeMillis());
    var files = changedSince(root, Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : null);
    var exit = files.isEmpty() ? 0 : format(apply, files);
    if (exit == 0) {
      Files.createDirectories(stamp.getParent());
      Files.write(stamp, new byte[0]);
      Files.setLastModifiedTime(stamp, startedAt);
    } else if (!apply) {
      System.err.println("The files above are not formatted. Run: mvn -q -N -Pformat validate");
    }
    System.exit(exit);
  }

  private static int format(boolean apply, List<String> files) {
    var options = apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed");
    var arguments = new ArrayList<>(options);
    arguments.addAll(files);
    return ToolProvider.findFirst("google-java-format")
        .orElseThrow()
        .run(System.out, System.err, arguments.toArray(String[]::new));
  }

  private static List<String> changedSince(Path root, FileTime lastRun) throws IOException {
    var files = new ArrayList<String>();
    try (var modules = Files.newDirectoryStream(root, Files::isDirectory)) {
      for (var module : modules) {
        files.addAll(sources(module.resolve("src"), lastRun));
      }
    }
    files.addAll(sources(root.resolve(".mvn"), lastRun));
    return files.stream().sorted().toList();
  }

  private static List<String> sources(Path folder, FileTime lastRun) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var paths = Files.walk(folder)) {
      var sources = new ArrayList<String>();
      for (var path : paths.filter(p -> p.toString().endsWith(".java")).toList()) {
        if (lastRun == null || Files.getLastModifiedTime(path).compareTo(lastRun) >= 0) {
          sources.add(path.toString());
        }
      }
      return sources;
    }
  }
}
