package io.gatepass.e2e.survival.mortal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file; a process that is killed while it writes gets half of it to the disk. */
final class MortalChannel extends FileChannel {
  private final FileChannel real;
  private final Path path;

  MortalChannel(FileChannel real, Path path) {
    this.real = real;
    this.path = path;
    Mortality.opened(real);
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    Mortality.call("write " + path, () -> writeHalf(bytes.duplicate()));
    return real.write(bytes);
  }

  private boolean writeHalf(ByteBuffer bytes) {
    try {
      return real.write(bytes.limit(bytes.position() + bytes.remaining() / 2)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
    Mortality.call("write " + path);
    return real.write(bytes, offset, length);
  }

  @Override
  public int write(ByteBuffer bytes, long position) throws IOException {
    Mortality.call("write " + path);
    return real.write(bytes, position);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count)
      throws IOException {
    Mortality.call("write " + path);
    return real.transferFrom(source, position, count);
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    Mortality.call("truncate " + path);
    real.truncate(size);
    return this;
  }

  @Override
  public void force(boolean metadata) throws IOException {
    Mortality.call("sync " + path);
    // Not done: only a power failure would tell, and the test would wait for the disk.
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    return real.read(bytes);
  }

  @Override
  public long read(ByteBuffer[] bytes, int offset, int length) throws IOException {
    return real.read(bytes, offset, length);
  }

  @Override
  public int read(ByteBuffer bytes, long position) throws IOException {
    return real.read(bytes, position);
  }

  @Override
  public long position() throws IOException {
    return real.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    real.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return real.size();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return real.transferTo(position, count, target);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    return real.map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return real.lock(position, size, shared);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return real.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }
}
