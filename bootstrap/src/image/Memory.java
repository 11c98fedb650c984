import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A user's runtime directory in memory, as the runtime cache wants it, where a system has that. */
record Memory(Optional<Path> directory) implements AutoCloseable {
  private static final Path PLACE = Path.of("/dev/shm");

  static Memory orNone() throws IOException {
    return new Memory(
        Files.isDirectory(PLACE)
            ? Optional.of(Files.createTempDirectory(PLACE, "gatepass-training"))
            : Optional.empty());
  }

  Map<String, String> environment() {
    return directory.map(it -> Map.of("XDG_RUNTIME_DIR", it.toString())).orElse(Map.of());
  }

  @Override
  public void close() throws IOException {
    if (directory.isPresent()) {
      Folders.delete(directory.get());
    }
  }
}
