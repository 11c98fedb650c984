package io.gatepass.application.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads the head of an HTTP/1.1 message as it is, with the empty line at its end. */
public final class HttpHead {
  private HttpHead() {}

  /**
   * Reads it, and no byte further.
   *
   * @throws EOFException if the stream ends before
   */
  public static String read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < 4) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("ends after: " + head.toString(ISO_8859_1));
      }
      head.write(next);
      matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(ISO_8859_1);
  }
}
