import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A user whose access token is in the runtime cache; where there is none, a variable has to do. */
final class CachedToken implements AutoCloseable {
  private final Memory memory;

  CachedToken(Path home) throws IOException {
    SignedIn.configure(home, SignedIn.ISSUER, "");
    memory = Memory.orNone();
    if (memory.directory().isPresent()) {
      var cache = Files.createDirectory(memory.directory().get().resolve("gatepass"));
      SignedIn.cache(cache);
      SignedIn.asked(cache);
    }
  }

  Map<String, String> environment() {
    return memory.directory().isPresent()
        ? memory.environment()
        : Map.of("GATEPASS_ACCESS_TOKEN", "a-token");
  }

  @Override
  public void close() throws IOException {
    memory.close();
  }
}
