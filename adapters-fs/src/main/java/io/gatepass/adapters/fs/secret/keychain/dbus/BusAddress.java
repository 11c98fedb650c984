package io.gatepass.adapters.fs.secret.keychain.dbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The address of a D-Bus session, such as {@code unix:path=/run/user/1000/bus,guid=…}: a list of
 * transports after {@code ;}, each with its values after {@code ,}, in which {@code %} and two hex
 * digits stand for a byte (D-Bus specification, "Server Addresses").
 */
public final class BusAddress {
  private static final String TRANSPORT = "unix:";
  private static final String PATH = "path=";

  private BusAddress() {}

  /**
   * The socket's file. Only the first transport counts, which is the one that every client tries
   * first; nothing where that is of another kind, a socket without a file for example.
   */
  public static Optional<Path> socket(String address) {
    int end = address.indexOf(';');
    String first = end < 0 ? address : address.substring(0, end);
    if (!first.startsWith(TRANSPORT)) {
      return Optional.empty();
    }
    for (String value : first.substring(TRANSPORT.length()).split(",", -1)) {
      if (value.startsWith(PATH)) {
        return path(value.substring(PATH.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> path(String escaped) {
    try {
      return Optional.of(Path.of(escaped.indexOf('%') < 0 ? escaped : unescaped(escaped)))
          .filter(Path::isAbsolute);
    } catch (IllegalArgumentException e) { // InvalidPathException is one, too
      return Optional.empty();
    }
  }

  private static String unescaped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next != '%') {
        bytes.writeBytes(String.valueOf(next).getBytes(UTF_8));
      } else if (i + 2 < text.length()) {
        bytes.write(Integer.parseInt(text, i + 1, i + 3, 16));
        i += 2;
      } else {
        throw new InvalidPathException(text, "a % without two hex digits");
      }
    }
    return bytes.toString(UTF_8);
  }
}
