package io.gatepass.adapters.fs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class AtomicFileProperties {
  private static Path dir;

  @BeforeContainer
  static void makeDirectory() throws IOException {
    dir = Files.createTempDirectory("atomic");
  }

  @AfterContainer
  static void removeDirectory() throws IOException {
    try (Stream<Path> files = Files.list(dir)) {
      files.forEach(file -> new AtomicFile(file).delete());
    }
    Files.delete(dir);
  }

  @Property(tries = 100)
  void anyBytesWrittenAreReadBack(@ForAll byte[] first, @ForAll byte[] second) {
    AtomicFile file = new AtomicFile(dir.resolve("read-back"));

    file.write(first);
    assertThat(file.read()).hasValue(first);
    file.write(second);

    assertThat(file.read()).hasValue(second);
  }

  @Property(tries = 100)
  void writeThatFailsAnywhereLeavesTheOldBytes(
      @ForAll byte[] old, @ForAll byte[] fresh, @ForAll @IntRange(max = 100) int percent)
      throws IOException {
    Path path = Files.write(dir.resolve("left"), old);
    int most = fresh.length * percent / 100;
    AtomicFile failing =
        new AtomicFile(
            path,
            (channel, bytes) -> {
              var _ = channel.write(ByteBuffer.wrap(bytes, 0, most));
              throw new IOException("Input/output error");
            });

    assertThatExceptionOfType(StorageFailed.class).isThrownBy(() -> failing.write(fresh));

    assertThat(new AtomicFile(path).read()).hasValue(old);
    try (Stream<Path> files = Files.list(dir)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
  }
}
