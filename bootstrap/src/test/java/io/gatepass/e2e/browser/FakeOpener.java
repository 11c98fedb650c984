package io.gatepass.e2e.browser;

import io.gatepass.e2e.image.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An {@code xdg-open} that opens nothing: it leaves the address as a file, and beside it what other
 * processes of the user could see of itself and of its parent.
 */
public final class FakeOpener implements AutoCloseable {
  private final Path directory;
  private final WatchService watch;
  private final Set<Path> seen = new HashSet<>();

  private FakeOpener(Path directory, WatchService watch) {
    this.directory = directory;
    this.watch = watch;
  }

  /**
   * Puts it on the sandbox's PATH, under the names that it has on Linux and on macOS, and as the
   * browser that Debian's own xdg-open starts where there is no display.
   */
  public static FakeOpener install(Sandbox sandbox) throws IOException {
    Path directory = Files.createDirectory(sandbox.root().resolve("opened"));
    // Renamed when it is whole, so that nobody reads half an address.
    String script =
        """
        d='%s'
        if [ -r /proc/$$/environ ]; then
          cat /proc/$$/cmdline /proc/$$/environ /proc/$PPID/cmdline >"$d/$$.seen"
        fi
        printf '%%s' "$1" >"$d/$$.tmp"
        mv "$d/$$.tmp" "$d/$$.url"
        """
            .formatted(directory);
    sandbox.program("xdg-open", script);
    sandbox.program("open", script);
    sandbox.program("www-browser", script);
    WatchService watch = directory.getFileSystem().newWatchService();
    directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
    return new FakeOpener(directory, watch);
  }

  /** How many browser windows were opened. */
  public int count() {
    return urls().size();
  }

  /** Where it keeps what it saw. */
  public Path directory() {
    return directory;
  }

  /** The next address that somebody wants opened; waits for it. */
  URI next() throws InterruptedException {
    while (true) {
      for (Path file : urls()) {
        if (seen.add(file)) {
          return URI.create(read(file));
        }
      }
      WatchKey key = watch.take();
      key.pollEvents();
      key.reset();
    }
  }

  @Override
  public void close() throws IOException {
    watch.close();
  }

  private List<Path> urls() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".url")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
