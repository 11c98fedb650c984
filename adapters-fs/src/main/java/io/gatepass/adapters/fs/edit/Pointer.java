package io.gatepass.adapters.fs.edit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a value stands in a document, as a JSON Pointer (RFC 6901) names it: the keys on the way
 * from the root. Formats other than JSON use the same notation for their own nesting.
 *
 * @param keys the keys, outermost first, unescaped; none for the document itself
 */
public record Pointer(List<String> keys) {
  /** The document itself. */
  public static final Pointer ROOT = new Pointer(List.of());

  /** Copies the keys. */
  public Pointer {
    keys = List.copyOf(keys);
  }

  /** The pointer with those keys. */
  public static Pointer of(String... keys) {
    return new Pointer(List.of(keys));
  }

  /**
   * Reads the notation of RFC 6901.
   *
   * @throws IllegalArgumentException if it is neither empty nor starts with a slash
   */
  public static Pointer parse(String text) {
    if (text.isEmpty()) {
      return ROOT;
    }
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("\"" + text + "\" is no JSON Pointer");
    }
    return new Pointer(
        Arrays.stream(text.substring(1).split("/", -1)).map(Pointer::unescape).toList());
  }

  /** Whether this is the document itself. */
  public boolean isRoot() {
    return keys.isEmpty();
  }

  /** The last key; not of the root. */
  public String last() {
    return keys.getLast();
  }

  /** What contains this; not of the root. */
  public Pointer parent() {
    return prefix(keys.size() - 1);
  }

  /** The first keys of this. */
  public Pointer prefix(int length) {
    return new Pointer(keys.subList(0, length));
  }

  /** A key in this. */
  public Pointer child(String key) {
    List<String> all = new ArrayList<>(keys);
    all.add(key);
    return new Pointer(all);
  }

  /** Whether this is the other or contains it. */
  public boolean contains(Pointer other) {
    return other.keys.size() >= keys.size() && other.prefix(keys.size()).equals(this);
  }

  /** The notation of RFC 6901. */
  @Override
  public String toString() {
    return keys.stream().map(key -> "/" + escape(key)).collect(Collectors.joining());
  }

  private static String escape(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static String unescape(String key) {
    return key.replace("~1", "/").replace("~0", "~");
  }
}
