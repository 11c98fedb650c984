package io.gatepass.domain.oauth;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The scopes of an authorization request (RFC 6749 §3.3), in order and without repeats. {@code
 * openid} and {@code offline_access} are always among them (OIDC Core §3.1.2.1, §11).
 *
 * @param names the scope names
 */
public record Scopes(List<String> names) {
  private static final List<String> ALWAYS = List.of("openid", "offline_access");

  /** Copies the names and checks that the two scopes gatepass cannot work without are there. */
  public Scopes {
    names = List.copyOf(names);
    if (!names.containsAll(ALWAYS)) {
      throw new IllegalArgumentException("the scopes must hold openid and offline_access");
    }
  }

  /** The given scopes with {@code openid} first and {@code offline_access} last, where missing. */
  public static Scopes of(Collection<String> names) {
    Set<String> all = new LinkedHashSet<>();
    if (!names.contains("openid")) {
      all.add("openid");
    }
    all.addAll(names);
    all.add("offline_access");
    return new Scopes(List.copyOf(all));
  }

  /**
   * Whether the text is one scope token: printable ASCII without space, quote or backslash (RFC
   * 6749 §3.3).
   */
  public static boolean isScopeToken(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> c > 0x20 && c < 0x7f && c != '"' && c != '\\');
  }

  /** The names separated by spaces, as a request carries them. */
  public String joined() {
    return String.join(" ", names);
  }
}
