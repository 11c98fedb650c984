package io.gatepass.adapters.fs.edit.toml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Arbitrary pieces of TOML documents: lines, keys, values and what stands around them. */
class TomlPieces {
  static final List<String> PROVIDER = List.of("name", "base_url", "wire_api", "x.y", "1");
  private static final String[] NUMBERS = {
    "0",
    "-17",
    "300_000",
    "0xDEAD_beef",
    "0b1",
    "1.5e-3",
    "+inf",
    "nan",
    "true",
    "false",
    "1979-05-27T07:32:00Z",
    "1979-05-27 07:32:00.999-07:00",
    "1979-05-27",
    "07:32"
  };

  final Random random;

  TomlPieces(Random random) {
    this.random = random;
  }

  /** A line with what may stand before it and after it. */
  String line(String content) {
    StringBuilder before = new StringBuilder();
    while (chance(4)) {
      before.append(blanks(2)).append(pick("", "", "# comment", "# [x] = 1", "#")).append(eol());
    }
    return before + blanks(2) + content + blanks(2) + pick("", "", "", "# \uD83D\uDE00") + eol();
  }

  String value(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 3, 4, 5 -> string();
      case 6 -> array(depth);
      case 7 -> inline(PROVIDER);
      default -> NUMBERS[random.nextInt(NUMBERS.length)];
    };
  }

  String string() {
    return pick(
        "\"\"",
        "'x'",
        "\"a # no comment\"",
        "'C:\\new'",
        "\"\\\"\\u00e9\\U0001F600\\e\\x41\"",
        "\"\"\"" + eol() + "two" + eol() + "[lines] \"\"\"",
        "'''it''s" + eol() + "''''",
        "\"\"\"a \\" + eol() + "   b\"\"\"\"\"",
        "\"\uD83D\uDE00中\"");
  }

  String array(int depth) {
    StringBuilder items = new StringBuilder("[" + space());
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      items.append(value(depth - 1)).append(space());
      items.append(i < count - 1 || chance(3) ? "," : "").append(space());
    }
    return items + "]";
  }

  String inline(List<String> names) {
    List<String> members = new ArrayList<>();
    for (String name : some(names)) {
      members.add(key(name) + equals() + value(0));
    }
    return braces(members);
  }

  String braces(List<String> members) {
    boolean onLines = chance(4);
    StringBuilder text = new StringBuilder("{" + (onLines ? space() : blanks(2)));
    for (int i = 0; i < members.size(); i++) {
      text.append(members.get(i)).append(onLines ? space() : blanks(1));
      boolean comma = i < members.size() - 1 || chance(6);
      text.append(comma ? "," : "").append(onLines ? space() : blanks(2));
    }
    return text + "}";
  }

  /** White space, line breaks and comments, as they may stand in an array. */
  String space() {
    return pick("", "", " ", eol() + "  ", "  # note, } ]" + eol(), eol() + "\t");
  }

  String key(String name) {
    boolean bare = !name.isEmpty() && name.matches("[A-Za-z0-9_-]+");
    return switch (random.nextInt(8)) {
      case 0 -> "'" + name + "'";
      case 1 -> "\"" + name.replace("_", "\\u005f") + "\"";
      default -> bare ? name : "\"" + name + "\"";
    };
  }

  String equals() {
    return pick(" = ", " = ", "=", "\t=\t", "    = ", " =");
  }

  String dot() {
    return pick(".", ".", ".", " . ", ".\t");
  }

  String blanks(int most) {
    StringBuilder blanks = new StringBuilder();
    while (blanks.length() < most && chance(5)) {
      blanks.append(pick(" ", "\t"));
    }
    return blanks.toString();
  }

  String eol() {
    return chance(8) ? "\r\n" : "\n";
  }

  List<String> some(List<String> names) {
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, random.nextInt(names.size()));
  }

  String pick(String... of) {
    return of[random.nextInt(of.length)];
  }

  boolean chance(int in) {
    return random.nextInt(in) == 0;
  }
}
