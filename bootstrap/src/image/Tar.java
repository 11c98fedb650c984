import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Writes a tar archive (POSIX ustar). Everything belongs to root and keeps its time: an AOT cache
 * holds only for jars of the very time that they had when it was made.
 */
final class Tar implements AutoCloseable {
  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 100;

  private static final int PROGRAM = 0755;
  private static final int FILE = 0644;

  private final OutputStream out;

  Tar(OutputStream out) {
    this.out = out;
  }

  /** Adds a directory and what is in it, under that name. */
  void addTree(String name, Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (var path : paths.sorted().toList()) {
        var below = tree.relativize(path).toString().replace('\\', '/');
        add(below.isEmpty() ? name : name + "/" + below, path);
      }
    }
  }

  private void add(String name, Path path) throws IOException {
    var time = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toMillis() / 1000;
    if (Files.isSymbolicLink(path)) {
      header(name, '2', 0777, 0, time, Files.readSymbolicLink(path).toString());
    } else if (Files.isDirectory(path)) {
      header(name + "/", '5', PROGRAM, 0, time, "");
    } else {
      header(name, '0', Files.isExecutable(path) ? PROGRAM : FILE, Files.size(path), time, "");
      Files.copy(path, out);
      pad(Files.size(path));
    }
  }

  void addDirectory(String name, long time) throws IOException {
    header(name + "/", '5', PROGRAM, 0, time, "");
  }

  void addLink(String name, String target, long time) throws IOException {
    header(name, '2', 0777, 0, time, target);
  }

  void addFile(String name, byte[] content, long time) throws IOException {
    header(name, '0', FILE, content.length, time, "");
    out.write(content);
    pad(content.length);
  }

  private void header(String name, char type, int mode, long size, long time, String link)
      throws IOException {
    var block = new byte[BLOCK];
    var cut = cut(name);
    put(block, 0, name.substring(cut == 0 ? 0 : cut + 1));
    put(block, 345, name.substring(0, cut));
    put(block, 100, "%07o".formatted(mode));
    put(block, 108, "0000000");
    put(block, 116, "0000000");
    put(block, 124, "%011o".formatted(size));
    put(block, 136, "%011o".formatted(time));
    put(block, 148, "        ");
    block[156] = (byte) type;
    put(block, 157, link);
    put(block, 257, "ustar");
    put(block, 263, "00");
    put(block, 265, "root");
    put(block, 297, "root");
    var sum = 0;
    for (var b : block) {
      sum += b & 0xff;
    }
    put(block, 148, "%06o\0 ".formatted(sum));
    out.write(block);
  }

  /** Where a name is cut in two, since neither half may be long; 0 for a short one. */
  private static int cut(String name) throws IOException {
    if (name.length() <= LONGEST_NAME) {
      return 0;
    }
    var cut = name.indexOf('/', name.length() - LONGEST_NAME - 1);
    if (cut < 0 || cut > 155) {
      throw new IOException("The name is too long for a tar archive: " + name);
    }
    return cut;
  }

  private static void put(byte[] block, int at, String text) {
    var bytes = text.getBytes(UTF_8);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  private void pad(long size) throws IOException {
    var rest = (int) (size % BLOCK);
    if (rest != 0) {
      out.write(new byte[BLOCK - rest]);
    }
  }

  /** Ends the archive; the stream stays open. */
  @Override
  public void close() throws IOException {
    out.write(new byte[2 * BLOCK]);
  }
}
