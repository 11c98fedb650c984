import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Packs the image, {@code java Packages.java IMAGE JAR VERSION LICENSE SKIP}: a tar.gz, and a
 * Debian package (deb(5)) with manual pages and completion where the system is Linux. It needs no
 * other program. Both are beside the image. docs/adr/0032
 */
final class Packages {
  private static final String HOME = "./usr/lib/gatepass";

  private final Path image;
  private final String version;
  private final Path license;
  private final Path share;
  private final long now = System.currentTimeMillis() / 1000;

  private Packages(Path image, String version, Path license) {
    this.image = image;
    this.version = version;
    this.license = license;
    this.share = image.resolve("share");
  }

  public static void main(String[] args) throws Exception {
    if (Boolean.parseBoolean(args[4])) {
      return;
    }
    var packages = new Packages(Path.of(args[0]), args[2], Path.of(args[3]));
    packages.writeManual(args[1]);
    Callable<Path> archive = packages::archive;
    Callable<Path> debian = packages::debian;
    var linux = System.getProperty("os.name").equals("Linux");
    try (var both = Executors.newFixedThreadPool(2)) {
      for (var done : both.invokeAll(linux ? List.of(archive, debian) : List.of(archive))) {
        done.get();
      }
    }
  }

  private void writeManual(String jar) throws IOException, InterruptedException {
    var java = image.resolve("runtime/bin/java").toString();
    var command =
        List.of(
            java,
            "-Dguice_bytecode_gen_option=DISABLED",
            "-cp",
            image.resolve("lib", jar).toString(),
            "io.gatepass.bootstrap.ManualMain",
            share.toString(),
            "/usr/share");
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("The manual pages could not be written.");
    }
  }

  /** The image as one directory, for every system that has tar. */
  private Path archive() throws IOException {
    var file = image.resolveSibling("gatepass-" + version + "-" + system() + ".tar.gz");
    try (var out = zipped(Files.newOutputStream(file));
        var tar = new Tar(out)) {
      tar.addTree("gatepass-" + version, image);
    }
    return file;
  }

  private Path debian() throws IOException {
    var file = image.resolveSibling("gatepass_" + debianVersion() + "_" + debianArch() + ".deb");
    var data = Files.createTempFile(image.getParent(), "data", ".tar.gz");
    try {
      writeData(data);
      try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
        out.write("!<arch>\n".getBytes(UTF_8));
        member(out, "debian-binary", 4);
        out.write("2.0\n".getBytes(UTF_8));
        var control = control();
        member(out, "control.tar.gz", control.length);
        out.write(control);
        out.write(new byte[control.length % 2]);
        member(out, "data.tar.gz", Files.size(data));
        Files.copy(data, out);
        out.write(new byte[(int) (Files.size(data) % 2)]);
      }
    } finally {
      Files.delete(data);
    }
    return file;
  }

  private void member(OutputStream out, String name, long size) throws IOException {
    out.write(
        "%-16s%-12d%-6d%-6d%-8s%-10d`\n"
            .formatted(name, now, 0, 0, "100644", size)
            .getBytes(UTF_8));
  }

  private void writeData(Path data) throws IOException {
    try (var out = zipped(Files.newOutputStream(data));
        var tar = new Tar(out)) {
      for (var directory : List.of(".", "./usr", "./usr/bin", "./usr/lib")) {
        tar.addDirectory(directory, now);
      }
      tar.addDirectory(HOME, now);
      for (var part : List.of("bin", "lib", "runtime")) {
        tar.addTree(HOME + "/" + part, image.resolve(part));
      }
      tar.addLink("./usr/bin/gatepass", "../lib/gatepass/bin/gatepass", now);
      writeShare(tar);
    }
  }

  private void writeShare(Tar tar) throws IOException {
    var zippedPages = Files.createTempDirectory("gatepass-share");
    var doc = Files.createDirectories(zippedPages.resolve("doc/gatepass"));
    Files.copy(license, doc.resolve("copyright"));
    try (Stream<Path> files = Files.walk(share)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var below = share.relativize(file).toString();
        var page = below.startsWith("man");
        var to = zippedPages.resolve(page ? below + ".gz" : below);
        Files.createDirectories(to.getParent());
        Files.write(to, page ? zip(Files.readAllBytes(file)) : Files.readAllBytes(file));
      }
    }
    tar.addTree("./usr/share", zippedPages);
    deleteTree(zippedPages);
  }

  private byte[] control() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = zipped(bytes);
        var tar = new Tar(out)) {
      tar.addDirectory(".", now);
      tar.addFile("./control", controlText().getBytes(UTF_8), now);
    }
    return bytes.toByteArray();
  }

  private String controlText() throws IOException {
    return """
    Package: gatepass
    Version: %s
    Architecture: %s
    Maintainer: gatepass <gatepass@localhost>
    Installed-Size: %d
    Depends: libc6 (>= 2.31)
    Recommends: libsecret-1-0, xdg-utils
    Section: net
    Priority: optional
    Description: puts AI coding tools behind an LLM gateway that is protected by OIDC
     It configures the tools that it finds, losslessly and reversibly, signs the user
     in with the browser and hands out fresh access tokens. It has a Java runtime of
     its own.
    """
        .formatted(debianVersion(), debianArch(), size() / 1024);
  }

  private long size() throws IOException {
    try (Stream<Path> files = Files.walk(image)) {
      return files
          .filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))
          .mapToLong(it -> it.toFile().length())
          .sum();
    }
  }

  /** A snapshot comes before its release. */
  private String debianVersion() {
    return version.replace("-SNAPSHOT", "~snapshot");
  }

  private static String debianArch() {
    var arch = System.getProperty("os.arch");
    return arch.equals("aarch64") ? "arm64" : arch;
  }

  private static String system() {
    var os = System.getProperty("os.name").toLowerCase().replaceAll(" .*", "");
    return os + "-" + System.getProperty("os.arch");
  }

  /** At gzip's usual level; the quickest would take half the time and give a tenth more. */
  private static OutputStream zipped(OutputStream out) throws IOException {
    return new GZIPOutputStream(new BufferedOutputStream(out, 1 << 16), 1 << 16);
  }

  private static byte[] zip(byte[] bytes) throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var out = zipped(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static void deleteTree(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (var path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }
}
