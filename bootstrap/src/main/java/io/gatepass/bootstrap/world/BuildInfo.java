package io.gatepass.bootstrap.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Properties;

/**
 * What this build is, as the build wrote it into {@code build.properties}.
 *
 * @param version the version in the pom, such as {@code 0.1.0}
 * @param id the commit it was built from, or {@code unknown} outside a repository
 */
public record BuildInfo(String version, String id) {

  private static final String RESOURCE = "/io/gatepass/bootstrap/build.properties";

  /**
   * Reads the values from the resource that the build has filled in.
   *
   * @throws IOException if the resource is missing or unreadable, which is a broken build
   */
  public static BuildInfo load() throws IOException {
    try (var in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new FileNotFoundException(RESOURCE);
      }
      var values = new Properties();
      values.load(new InputStreamReader(in, UTF_8));
      return new BuildInfo(
          values.getProperty("version", "unknown"), values.getProperty("id", "unknown"));
    }
  }

  /** The line that {@code gatepass --version} prints. */
  public String describe(Runtime.Version jdk) {
    return "gatepass %s (build %s, JDK %s)".formatted(version, id, jdk);
  }
}
