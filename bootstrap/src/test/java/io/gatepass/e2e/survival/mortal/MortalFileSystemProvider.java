package io.gatepass.e2e.survival.mortal;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;

/**
 * The machine's file system as a mortal process sees it: every call that would change the disk is
 * announced to {@link Mortality} first. A Java that is started with {@code
 * -Djava.nio.file.spi.DefaultFileSystemProvider} naming this class uses it for everything.
 */
public final class MortalFileSystemProvider extends FileSystemProvider {
  private static final Set<OpenOption> CREATING =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.CREATE_NEW);

  private final FileSystemProvider real;
  private final FileSystem fileSystem;

  /** Around the system's own provider, as Java calls it. */
  public MortalFileSystemProvider(FileSystemProvider real) {
    this.real = real;
    this.fileSystem = new MortalFileSystem(this, real.getFileSystem(URI.create("file:///")));
  }

  @Override
  public String getScheme() {
    return real.getScheme();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
    return real.newFileSystem(uri, environment);
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return fileSystem;
  }

  @Override
  public Path getPath(URI uri) {
    return wrap(real.getPath(uri));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    boolean empties = options.contains(StandardOpenOption.TRUNCATE_EXISTING);
    boolean creates = options.stream().anyMatch(CREATING::contains) && isAbsent(path);
    if (empties || creates) {
      Mortality.call("create " + path);
    }
    return new MortalChannel(real.newFileChannel(unwrap(path), options, attributes), path);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
    DirectoryStream<Path> entries =
        real.newDirectoryStream(unwrap(directory), entry -> filter.accept(wrap(entry)));
    return new MortalDirectoryStream(entries, this);
  }

  @Override
  public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
    if (isAbsent(directory)) {
      Mortality.call("mkdir " + directory);
    }
    real.createDirectory(unwrap(directory), attributes);
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    Mortality.call("symlink " + link);
    real.createSymbolicLink(unwrap(link), unwrap(target), attributes);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return wrap(real.readSymbolicLink(unwrap(link)));
  }

  @Override
  public void delete(Path path) throws IOException {
    if (!isAbsent(path)) {
      Mortality.call("delete " + path);
    }
    real.delete(unwrap(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    Mortality.call("copy " + target);
    real.copy(unwrap(source), unwrap(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    Mortality.call("rename " + target);
    real.move(unwrap(source), unwrap(target), options);
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return real.isSameFile(unwrap(one), unwrap(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return real.isHidden(unwrap(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return real.getFileStore(unwrap(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    real.checkAccess(unwrap(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    V view = real.getFileAttributeView(unwrap(path), type, options);
    Object mortal =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              if (method.getName().startsWith("set")) {
                Mortality.call(method.getName() + " " + path);
              }
              return Calls.invoke(method, view, arguments);
            });
    return type.cast(mortal);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return real.readAttributes(unwrap(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return real.readAttributes(unwrap(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    Mortality.call("set " + name + " " + path);
    real.setAttribute(unwrap(path), name, value, options);
  }

  /** What is not there is not created or removed in vain: that changes nothing. */
  private boolean isAbsent(Path path) {
    return !real.exists(unwrap(path), LinkOption.NOFOLLOW_LINKS);
  }

  Path wrap(Path path) {
    return MortalPath.of(path, fileSystem);
  }

  static Path unwrap(Path path) {
    return MortalPath.real(path);
  }
}
