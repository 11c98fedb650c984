import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A user whose access token is in the runtime cache. */
final class CachedToken implements AutoCloseable {
  /** Memory that is no file, as the cache wants it; where there is none, a variable has to do. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private final Optional<Path> runtime;

  CachedToken(Path home) throws IOException {
    SignedIn.configure(home, "");
    runtime = Files.isDirectory(MEMORY) ? Optional.of(cache()) : Optional.empty();
  }

  Map<String, String> environment() {
    return runtime
        .map(it -> Map.of("XDG_RUNTIME_DIR", it.toString()))
        .orElse(Map.of("GATEPASS_ACCESS_TOKEN", "a-token"));
  }

  private static Path cache() throws IOException {
    var runtime = Files.createTempDirectory(MEMORY, "gatepass-training");
    var folder = Files.createDirectory(runtime.resolve("gatepass"));
    SignedIn.cache(folder);
    SignedIn.asked(folder);
    return runtime;
  }

  @Override
  public void close() throws IOException {
    if (runtime.isPresent()) {
      Folders.delete(runtime.get());
    }
  }
}
