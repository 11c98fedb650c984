package io.gatepass.adapters.fs.service.definition;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A service on one system.
 *
 * @param kind what it is called there
 * @param file the file that defines it
 * @param text what stands in it
 * @param charset how that is written
 * @param socket what wakes it; absent where it runs from login on
 * @param link a link that the system makes for it, and takes away unless it is out of reach; the
 *     file itself where there is none
 * @param steps how it is started and stopped
 * @param hints what to tell the user
 */
public record ServiceDefinition(
    String kind,
    Path file,
    String text,
    Charset charset,
    Optional<Socket> socket,
    Path link,
    Steps steps,
    Hints hints) {

  /**
   * A second file, by which the system listens in the service's place until somebody connects.
   *
   * @param file the file
   * @param text what stands in it
   * @param link a link that the system makes for it
   * @param without starts the service of an earlier version, which had no such file
   */
  public record Socket(Path file, String text, Path link, List<Step> without) {
    /** Copies the list. */
    public Socket {
      without = List.copyOf(without);
    }
  }

  /** A service that runs from login on. */
  static ServiceDefinition alwaysOn(
      String kind, Path file, String text, Charset charset, Steps steps, Hints hints) {
    return new ServiceDefinition(kind, file, text, charset, Optional.empty(), file, steps, hints);
  }

  /**
   * How the service is started and stopped.
   *
   * @param check fails where the system can run no such service
   * @param start makes a new file known and starts the service, anew if it runs
   * @param restart starts the service, anew if it runs
   * @param stop stops it until the next login
   * @param remove stops it and makes it unknown, while the file is there
   * @param removed makes it unknown that there was one, after the file is gone
   */
  public record Steps(
      List<Step> check,
      List<Step> start,
      List<Step> restart,
      List<Step> stop,
      List<Step> remove,
      List<Step> removed) {
    /** Copies the lists. */
    public Steps {
      check = List.copyOf(check);
      start = List.copyOf(start);
      restart = List.copyOf(restart);
      stop = List.copyOf(stop);
      remove = List.copyOf(remove);
      removed = List.copyOf(removed);
    }
  }

  /**
   * What to tell the user.
   *
   * @param notes of the file: a variable that it does not hold
   * @param logs how to see what the service says
   * @param unavailable what to do where the system runs no such service
   */
  public record Hints(List<String> notes, String logs, String unavailable) {
    /** Copies the list. */
    public Hints {
      notes = List.copyOf(notes);
    }
  }

  /** Every file of it with its bytes, in the order in which they are written. */
  public Map<Path, byte[]> files() {
    Map<Path, byte[]> files = new LinkedHashMap<>();
    socket.ifPresent(it -> files.put(it.file(), it.text().getBytes(charset)));
    files.put(file, bytes());
    return files;
  }

  /** The links that the system makes for it. */
  public List<Path> links() {
    return Stream.concat(socket.map(Socket::link).stream(), Stream.of(link)).toList();
  }

  /** The file's bytes. */
  public byte[] bytes() {
    return text.getBytes(charset);
  }
}
