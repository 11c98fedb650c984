package io.gatepass.adapters.fs.edit.jsonc.parse;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pointer's last key {@code [name=gatepass]}: the element of an array whose member of that name
 * is that text.
 *
 * @param member the member's name
 * @param text its value
 */
public record ElementKey(String member, String text) {
  private static final Pattern NOTATION = Pattern.compile("\\[([^=\\]]+)=(.*)]");

  /** Reads the notation; nothing where the key is a plain name. */
  public static Optional<ElementKey> parse(String key) {
    Matcher matcher = NOTATION.matcher(key);
    return matcher.matches()
        ? Optional.of(new ElementKey(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** Whether a key names an element, so that what holds it is an array. */
  public static boolean isOne(String key) {
    return parse(key).isPresent();
  }
}
