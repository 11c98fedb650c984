package io.gatepass.adapters.fs.edit.toml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Arbitrary TOML documents, as odd as the grammar allows: every table may be written under a
 * header, as dotted keys or between braces, and headers come in any order.
 */
public final class TomlDocuments extends TomlPieces {
  private static final List<String> ROOT = List.of("model_provider", "model", "a b", "é", "");
  private static final List<String> AUTH = List.of("command", "args", "timeout_ms", "-");

  private static final String[] DISTURBANCES = {
    "",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    "[[",
    ",",
    "=",
    ".",
    "#",
    "\\",
    "\n",
    "\r",
    " ",
    "\t",
    "_",
    "0",
    "1",
    "-",
    "e",
    ":",
    "T",
    "\u0000",
    "\u007F",
    "\u2028",
    "model",
    "\n[model]\n",
    "\nmodel.x = 1\n",
    "\n[model_providers]\n",
    "\n[[model_providers.gatepass]]\n",
    "\nmodel_providers.gatepass.name = 1\n",
    "\n[model_providers.gatepass.auth]\n"
  };

  private final List<String> sections = new ArrayList<>();

  private TomlDocuments(Random random) {
    super(random);
  }

  /** Documents that are accepted: blank ones, and those whose "model_providers" are tables. */
  public static Arbitrary<String> accepted() {
    return Arbitraries.randomValue(random -> new TomlDocuments(random).document(false));
  }

  /** Documents that are accepted and hold "model" and "model_provider" at their root. */
  static Arbitrary<String> full() {
    return Arbitraries.randomValue(random -> new TomlDocuments(random).document(true));
  }

  /** What to put somewhere into a document so that it is most often none any more. */
  static Arbitrary<String> disturbances() {
    return Arbitraries.of(DISTURBANCES);
  }

  private String document(boolean full) {
    List<String> lines = new ArrayList<>();
    for (String name : full ? List.of("model", "model_provider") : some(ROOT)) {
      lines.add(line(key(name) + equals() + value(2)));
    }
    if (chance(2)) {
      providers(lines);
    }
    if (chance(3)) {
      arrayOfTables();
    }
    Collections.shuffle(lines, random);
    Collections.shuffle(sections, random);
    String text = String.join("", lines) + String.join("", sections) + blanks(3);
    return pick("", "", "\uFEFF") + ending(text);
  }

  private void providers(List<String> lines) {
    String providers = key("model_providers");
    boolean gatepass = chance(2);
    switch (random.nextInt(5)) {
      case 0 -> lines.add(line(providers + equals() + inlineProviders(gatepass)));
      case 1 -> dotted(lines, providers + dot(), gatepass);
      case 2 -> {
        List<String> inside = new ArrayList<>();
        dotted(inside, "", gatepass);
        section(providers, inside);
      }
      case 3 -> section(providers, inlineOthers(gatepass));
      default -> headed(providers, gatepass);
    }
  }

  private void headed(String providers, boolean gatepass) {
    section(providers + dot() + key("openai"), entries(PROVIDER));
    if (chance(2)) {
      section(providers, List.of());
    }
    if (gatepass) {
      boolean auth = chance(2);
      List<String> inside = entries(PROVIDER);
      if (auth && chance(2)) {
        inside.add(line(key("auth") + equals() + inline(AUTH)));
      } else if (auth) {
        section(providers + dot() + key("gatepass") + dot() + key("auth"), entries(AUTH));
      }
      section(providers + dot() + key("gatepass"), inside);
    }
  }

  private void dotted(List<String> lines, String prefix, boolean gatepass) {
    String name = gatepass ? "gatepass" : "openai";
    for (String key : atLeastOne(PROVIDER)) {
      lines.add(line(prefix + key(name) + dot() + key(key) + equals() + value(1)));
    }
    if (chance(2)) {
      String auth = prefix + key(name) + dot() + key("auth");
      for (String key : some(AUTH)) {
        lines.add(line(auth + dot() + key(key) + equals() + value(1)));
      }
    }
  }

  private List<String> inlineOthers(boolean gatepass) {
    String name = gatepass ? "gatepass" : "openai";
    return List.of(line(key(name) + equals() + inline(PROVIDER)));
  }

  private String inlineProviders(boolean gatepass) {
    List<String> members = new ArrayList<>();
    if (chance(2)) {
      members.add(key("openai") + dot() + key("name") + equals() + value(1));
    }
    if (gatepass && chance(2)) {
      members.add(key("gatepass") + equals() + inline(PROVIDER));
    } else if (gatepass) {
      members.add(key("gatepass") + dot() + key("name") + equals() + value(1));
      members.add(key("gatepass") + dot() + key("auth") + equals() + inline(AUTH));
    }
    return braces(members);
  }

  private void arrayOfTables() {
    String key = key("profiles");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2; i++) {
      text.append(line("[[" + blanks(1) + key + blanks(1) + "]]"));
      text.append(String.join("", entries(PROVIDER)));
      if (chance(2)) {
        text.append(line("[" + key + dot() + key("gatepass") + "]"));
      }
    }
    sections.add(text.toString());
  }

  private void section(String key, List<String> lines) {
    sections.add(line("[" + blanks(1) + key + blanks(1) + "]") + String.join("", lines));
  }

  private List<String> entries(List<String> names) {
    List<String> lines = new ArrayList<>();
    for (String name : some(names)) {
      lines.add(line(key(name) + equals() + value(2)));
    }
    return lines;
  }

  /** The text with one kind of line break, or mixed; with or without the last one. */
  private String ending(String text) {
    String same = chance(2) ? text : text.replace("\r\n", "\n");
    String broken = chance(3) ? same.replace("\r\n", "\n").replace("\n", "\r\n") : same;
    return chance(3) ? broken.stripTrailing() : broken;
  }

  private List<String> atLeastOne(List<String> names) {
    Set<String> some = new LinkedHashSet<>(some(names));
    some.add(names.getFirst());
    return List.copyOf(some);
  }
}
