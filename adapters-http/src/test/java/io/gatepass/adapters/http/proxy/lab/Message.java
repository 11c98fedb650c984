package io.gatepass.adapters.http.proxy.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.gatepass.application.net.HttpHead;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An HTTP/1.1 message as it is on the wire (RFC 9112).
 *
 * @param start the request line or the status line
 * @param headers each as {@code Name: value}, in order
 * @param body the content without its framing, byte for char (ISO 8859-1)
 * @param trailers as the headers
 */
public record Message(String start, List<String> headers, String body, List<String> trailers) {
  private static final int CHUNK = 9_000;

  /** Without trailers. */
  public static Message of(String start, List<String> headers, String body) {
    return new Message(start, headers, body, List.of());
  }

  /** Reads one; {@code headOnly} where no body follows, whatever the head says. */
  public static Message read(InputStream in, boolean headOnly) throws IOException {
    List<String> lines = lines(in);
    String start = lines.removeFirst();
    List<String> trailers = new ArrayList<>();
    String body = headOnly ? "" : body(in, lines, trailers);
    return new Message(start, List.copyOf(lines), body, trailers);
  }

  /** The status of an answer. */
  public int status() {
    return Integer.parseInt(start.split(" ", -1)[1]);
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    return value(headers, name);
  }

  /** The same without some headers, named in lower case. */
  public List<String> headersWithout(String... names) {
    return headers.stream().filter(it -> !Arrays.asList(names).contains(name(it))).toList();
  }

  /** Writes it, the body in chunks where it has trailers or its headers say so. */
  public void write(OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder(start).append("\r\n");
    headers.forEach(it -> head.append(it).append("\r\n"));
    out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
    if (header("transfer-encoding").isEmpty()) {
      out.write(body.getBytes(ISO_8859_1));
    } else {
      writeChunks(out);
    }
    out.flush();
  }

  private void writeChunks(OutputStream out) throws IOException {
    for (int at = 0; at < body.length(); at += CHUNK) {
      int length = Math.min(CHUNK, body.length() - at);
      out.write((Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1));
      out.write(body.substring(at, at + length).getBytes(ISO_8859_1));
      out.write("\r\n".getBytes(ISO_8859_1));
    }
    StringBuilder end = new StringBuilder("0\r\n");
    trailers.forEach(it -> end.append(it).append("\r\n"));
    out.write(end.append("\r\n").toString().getBytes(ISO_8859_1));
  }

  private static String body(InputStream in, List<String> head, List<String> trailers)
      throws IOException {
    if (value(head, "transfer-encoding").isPresent()) {
      return chunks(in, trailers);
    }
    int length = value(head, "content-length").map(Integer::valueOf).orElse(0);
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the body ends early");
    }
    return new String(body, ISO_8859_1);
  }

  private static String chunks(InputStream in, List<String> trailers) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int length = HexFormat.fromHexDigits(line(in));
      if (length == 0) {
        break;
      }
      body.write(in.readNBytes(length));
      line(in);
    }
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      trailers.add(line);
    }
    return body.toString(ISO_8859_1);
  }

  private static List<String> lines(InputStream in) throws IOException {
    String head = HttpHead.read(in);
    return new ArrayList<>(
        List.of(head.substring(0, head.length() - "\r\n\r\n".length()).split("\r\n", -1)));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the line has no end");
      }
      line.append((char) next);
    }
    return line.substring(0, line.length() - 1);
  }

  private static Optional<String> value(List<String> headers, String name) {
    return headers.stream()
        .filter(it -> name(it).equals(name))
        .map(it -> it.substring(it.indexOf(':') + 1).strip())
        .findFirst();
  }

  private static String name(String header) {
    return header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
  }
}
