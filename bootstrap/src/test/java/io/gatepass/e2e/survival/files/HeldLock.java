package io.gatepass.e2e.survival.files;

import io.gatepass.e2e.image.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** A lock of gatepass's, held so that another gatepass waits for it. Linux only. */
final class HeldLock implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Path file;
  private final FileChannel channel;

  private HeldLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static Path directory(Sandbox sandbox) {
    return sandbox.home().resolve(".local/state/gatepass/locks");
  }

  /** Takes the lock under which a tool is configured. */
  static HeldLock ofTool(Sandbox sandbox, String tool) throws IOException {
    Path file = Files.createDirectories(directory(sandbox)).resolve("tool-" + tool + ".lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      throw new AssertionError(file + " is locked");
    }
    return new HeldLock(file, channel);
  }

  /** Waits until another process has opened the lock's file, as it does to wait for it. */
  void awaitWaiter() {
    Instant end = Instant.now().plus(LIMIT);
    while (openedBy() < 2) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("nobody waits for " + file);
      }
      Thread.onSpinWait();
    }
  }

  private long openedBy() {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .filter(it -> it.getFileName().toString().matches("\\d+"))
          .filter(this::hasOpened)
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasOpened(Path process) {
    try (Stream<Path> descriptors = Files.list(process.resolve("fd"))) {
      return descriptors.anyMatch(this::leadsHere);
    } catch (IOException | UncheckedIOException e) {
      return false; // it has ended meanwhile, or is not ours to look at
    }
  }

  private boolean leadsHere(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).equals(file);
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
