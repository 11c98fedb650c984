package io.gatepass.e2e.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** The access token in memory, {@code v1 <issued> <expires> <token>}, in milliseconds. */
public final class CachedToken {
  private final Path file;
  private final String[] fields;

  private CachedToken(Path file, String[] fields) {
    this.file = file;
    this.fields = fields;
  }

  /** The only one in a runtime directory. */
  public static CachedToken in(Path memory) throws IOException {
    try (Stream<Path> files = Files.list(memory.resolve("gatepass"))) {
      Path file = files.filter(it -> it.toString().endsWith(".access")).findFirst().orElseThrow();
      return new CachedToken(file, Files.readString(file).split(" ", 4));
    }
  }

  public String token() {
    return fields[3];
  }

  /** As if time had passed, which no test has. */
  public void let(Duration age, Duration left) throws IOException {
    Instant now = Instant.now();
    fields[1] = Long.toString(now.minus(age).toEpochMilli());
    fields[2] = Long.toString(now.plus(left).toEpochMilli());
    Files.writeString(file, String.join(" ", fields));
  }
}
