package io.gatepass.adapters.fs.edit.dotenv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Arbitrary dotenv files. */
public final class DotenvDocuments {
  private static final List<String> KEYS =
      List.of("GEMINI_API_KEY", "GOOGLE_GEMINI_BASE_URL", "MODEL", "OTHER", "a.b-c", "export");
  private static final List<String> TEXTS =
      List.of(
          "", "x", "a b", "it's", "say \"hi\"", "`", "# no comment", "A=1", "\\n", "\\", "é$HOME");

  /** What a text that may be no document at all is made of. */
  private static final String[] PIECES = {
    "A",
    "B",
    "GEMINI_API_KEY",
    "=",
    "=",
    ":",
    "\n",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "'",
    "\"",
    "`",
    "\\",
    "\\n",
    "#",
    "export ",
    "export",
    "x",
    "é",
    "\uFEFF",
    "\u2028",
    "\u00A0",
    "\u0085",
    "A=1\n",
    "B='b'\n",
    "\nC=",
    "$"
  };

  private final Random random;

  private DotenvDocuments(Random random) {
    this.random = random;
  }

  /** Documents as people write them, each key once, every quote closed. */
  public static Arbitrary<String> tame() {
    return Arbitraries.randomValue(random -> new DotenvDocuments(random).document(false));
  }

  /** Documents with "MODEL" in them. */
  static Arbitrary<String> full() {
    return Arbitraries.randomValue(random -> new DotenvDocuments(random).document(true));
  }

  /** Anything made of what has a meaning in such a file. */
  static Arbitrary<String> wild() {
    return Arbitraries.randomValue(random -> new DotenvDocuments(random).pieces());
  }

  /** Texts to set. */
  static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of("key-0123", "http://127.0.0.1:14000", "/home/o'brien/my certs/ca.pem"),
        Arbitraries.of(TEXTS),
        Arbitraries.of("a'b\"c", "two\nlines", " padded ", "'quoted'", "C:\\new\\ca.pem"));
  }

  private String document(boolean full) {
    List<String> keys = new ArrayList<>(KEYS);
    Collections.shuffle(keys, random);
    List<String> lines = new ArrayList<>();
    for (String key : keys.subList(0, random.nextInt(KEYS.size()))) {
      if (!full || !key.equals("MODEL")) {
        lines.add(entry(key));
      }
    }
    if (full) {
      lines.add(random.nextInt(lines.size() + 1), entry("MODEL"));
    }
    String text = String.join("", lines) + pick("", "", "\n\n", "  ", "# end", "\t\n");
    String broken = random.nextInt(3) == 0 ? text.replace("\n", "\r\n") : text;
    return pick("", "", "\uFEFF") + (random.nextInt(3) == 0 ? broken.stripTrailing() : broken);
  }

  private String entry(String key) {
    String before = pick("", "", "", "\n", "# comment\n", "#OLD='it\n", "  \t\n", "no entry\n");
    String assignment = pick("=", "=", "=", " = ", "= ", ": ", "\t=\t");
    String prefix = pick("", "", "", "export ", "  ", "\texport  ");
    String value = value();
    // Without a value on its line, a key and a colon take the next line for it.
    String safe = value.isEmpty() ? "=" : assignment;
    return before + prefix + key + safe + value + pick("", "", " ", " # mine") + "\n";
  }

  private String value() {
    String text = TEXTS.get(random.nextInt(TEXTS.size()));
    List<String> spelled = DotenvLiterals.of(text);
    return pick(
        spelled.get(random.nextInt(spelled.size())),
        "'two\n  lines'",
        "\"two\nlines # in\\nquotes\"",
        "plain",
        "'a'b'c'",
        "");
  }

  private String pieces() {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(14);
    for (int i = 0; i < count; i++) {
      text.append(pick(PIECES));
    }
    return text.toString();
  }

  private String pick(String... of) {
    return of[random.nextInt(of.length)];
  }
}
