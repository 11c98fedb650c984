package io.gatepass.e2e.survival.mortal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.StreamSupport;

/** The entries of a directory as mortal paths. */
record MortalDirectoryStream(DirectoryStream<Path> real, MortalFileSystemProvider provider)
    implements DirectoryStream<Path> {
  @Override
  public Iterator<Path> iterator() {
    return StreamSupport.stream(real.spliterator(), false).map(provider::wrap).iterator();
  }

  @Override
  public void close() throws IOException {
    real.close();
  }
}
