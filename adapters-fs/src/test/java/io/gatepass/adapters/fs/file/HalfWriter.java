package io.gatepass.adapters.fs.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A process that gets stuck in the middle of a write. */
final class HalfWriter {
  private HalfWriter() {}

  public static void main(String[] args) {
    new AtomicFile(Path.of(args[0]), HalfWriter::writeHalf).write("new".getBytes(UTF_8));
  }

  private static void writeHalf(FileChannel channel, byte[] bytes) throws java.io.IOException {
    var _ = channel.write(ByteBuffer.wrap(bytes, 0, 1));
    System.out.println("half");
    var _ = System.in.read();
  }
}
