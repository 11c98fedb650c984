package io.gatepass.adapters.fs.session;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.application.port.HandOuts;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.gateway.CredentialScope;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Hand-outs in a file {@code <tag of the scope>.asked}, a line each: who and when, in milliseconds
 * since 1970, the latest first. Only the next seconds ask for it, so it is overwritten in place; a
 * line that is half there says nothing.
 */
public final class FileHandOuts implements HandOuts {
  /** As many programs as ask in turn. */
  private static final int LINES = 8;

  private static final int LONGEST = 1024;

  private static final String RENEWAL = "renewed";

  private final Path directory;
  private final Optional<Launch> launch;
  private final InstantSource clock;

  /**
   * Hand-outs to the program that runs this process.
   *
   * @param directory in memory where there is such a one, else the state directory
   * @param launch how this process came to run, where it is known
   */
  public FileHandOuts(Path directory, Optional<Launch> launch, InstantSource clock) {
    this.directory = directory;
    this.launch = launch;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> latest(CredentialScope scope) {
    return asker().flatMap(asker -> find(read(file(scope)), asker)).filter(this::wasBeforeThis);
  }

  @Override
  public void remember(CredentialScope scope, Instant at) {
    asker().ifPresent(asker -> put(scope, asker, at));
  }

  @Override
  public Optional<Instant> latestRenewal(CredentialScope scope) {
    return find(read(file(scope)), RENEWAL);
  }

  @Override
  public void rememberRenewal(CredentialScope scope, Instant at) {
    put(scope, RENEWAL, at);
  }

  private Optional<String> asker() {
    return launch.flatMap(Launch::asker);
  }

  private boolean wasBeforeThis(Instant at) {
    return launch.flatMap(it -> it.at(clock.instant())).filter(at::isBefore).isPresent();
  }

  private void put(CredentialScope scope, String who, Instant at) {
    File file = file(scope);
    StringJoiner lines = new StringJoiner("\n", "", "\n").add(who + " " + at.toEpochMilli());
    int count = 1;
    for (String line : read(file).split("\n", -1)) {
      if (!line.isEmpty() && !line.startsWith(who + " ") && count++ < LINES) {
        lines.add(line);
      }
    }
    write(file, lines.toString().getBytes(US_ASCII));
  }

  private File file(CredentialScope scope) {
    return new File(directory.toString(), scope.tag() + ".asked");
  }

  private static Optional<Instant> find(String text, String who) {
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(who + " ")) {
        return instant(line.substring(who.length() + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> instant(String millis) {
    try {
      return Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)));
    } catch (NumberFormatException e) {
      return Optional.empty(); // see the class comment
    }
  }

  private static String read(File file) {
    try (FileInputStream in = new FileInputStream(file)) {
      return new String(in.readNBytes(LONGEST), US_ASCII);
    } catch (IOException e) {
      return ""; // nothing is remembered
    }
  }

  private static void write(File file, byte[] bytes) {
    if (!file.exists()) {
      create(file);
    }
    try (FileOutputStream out = new FileOutputStream(file)) {
      out.write(bytes);
    } catch (IOException e) {
      return; // then nothing is remembered
    }
  }

  /** Private from its first moment. */
  private static void create(File file) {
    try {
      new AtomicFile(file.toPath()).write(new byte[0]);
    } catch (StorageFailed e) {
      return; // writing to it will not succeed either
    }
  }
}
