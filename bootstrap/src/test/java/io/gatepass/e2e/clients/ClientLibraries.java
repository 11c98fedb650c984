package io.gatepass.e2e.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.bootstrap.demo.http.Json;
import io.gatepass.e2e.parts.NpmModules;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The official client libraries, in the versions that {@code src/test/npm/clients} names. */
final class ClientLibraries {
  private static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  private static final NpmModules MODULES =
      new NpmModules(MODULE.resolve("src/test/npm/clients"), MODULE.resolve("target/npm-clients"));
  private static final long LIMIT_SECONDS = 180;

  private ClientLibraries() {}

  /** What each call gave, by its name; {@code refusals} is what each gave with another key. */
  static Map<String, Object> callAt(String origin, String key)
      throws IOException, InterruptedException {
    MODULES.install();
    ProcessBuilder builder =
        new ProcessBuilder("node", "clients.mjs", origin)
            .directory(MODULES.installed().toFile())
            .redirectError(Redirect.INHERIT);
    builder.environment().put("GATEPASS_KEY", key);
    Process process = builder.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError("the clients failed: " + said);
      }
      return Json.read(said);
    } catch (ParseException e) {
      throw new AssertionError("the clients said something else than JSON", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
