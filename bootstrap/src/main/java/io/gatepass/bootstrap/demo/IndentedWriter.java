package io.gatepass.bootstrap.demo;

import java.io.IOException;
import java.io.Writer;

/** Passes text on at once, each line moved to the right. */
final class IndentedWriter extends Writer {
  private static final String INDENT = "   ";

  private final Writer out;
  private boolean atLineStart = true;

  IndentedWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (atLineStart && buffer[i] != '\n') {
        out.write(INDENT);
      }
      out.write(buffer[i]);
      atLineStart = buffer[i] == '\n';
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Flushes only: what it writes to is not its own. */
  @Override
  public void close() throws IOException {
    flush();
  }
}
