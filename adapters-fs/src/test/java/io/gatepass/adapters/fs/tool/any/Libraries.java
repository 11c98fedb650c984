package io.gatepass.adapters.fs.tool.any;

import io.gatepass.adapters.fs.edit.Pointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Claude Desktop's selector as anything may have left it. */
final class Libraries {
  private Libraries() {}

  /**
   * Libraries with any entries and any choice; sometimes the entry is ours already.
   *
   * @param ours where setup writes: the entry of our id is among them
   */
  static Arbitrary<String> any(List<Pointer> ours) {
    String element =
        ours.stream().map(Pointer::last).filter(it -> it.startsWith("[")).findFirst().orElseThrow();
    String id = element.substring("[id=".length(), element.length() - 1);
    return Combinators.combine(
            entries(id).optional(0.8),
            choices(id).optional(0.7),
            Spelling.any(),
            Arbitraries.integers().between(0, 3))
        .as((entries, choice, spelling, rotation) -> {
          List<String> members = new ArrayList<>(List.of("\"version\":" + spelling.scalar()));
          entries.ifPresent(it -> members.add(spelling.name("entries") + ":" + it));
          choice.ifPresent(
              it -> members.add(spelling.name("appliedId") + spelling.gap() + ":" + it));
          Collections.rotate(members, rotation);
          return document(members.subList(rotation == 3 ? 1 : 0, members.size()), spelling);
        });
  }

  private static String document(List<String> members, Spelling spelling) {
    String gap = spelling.gap();
    return gap + "{" + gap + String.join("," + gap, members) + gap + "}" + gap;
  }

  private static Arbitrary<String> choices(String id) {
    return Arbitraries.of(
        "\"11111111-2222-4333-8444-555555555555\"",
        "null",
        "\"\"",
        "\"" + id + "\"",
        "\"\\u0031\"",
        "7");
  }

  private static Arbitrary<String> entries(String id) {
    Arbitrary<String> other =
        Arbitraries.of(
            "{ \"id\": \"11111111-2222-4333-8444-555555555555\", \"name\": \"Default\" }",
            "{\"name\":\"without an id\"}",
            "{\"id\":7}",
            "\"no object\"",
            "[]",
            "null");
    Arbitrary<String> mine =
        Arbitraries.of(
            "{\"id\":\"" + id + "\"}",
            "{ \"name\" : \"mine\" ,\r\n \"\\u0069d\" : \"" + id + "\", \"more\": [1] }");
    return Combinators.combine(other.list().ofMaxSize(3), mine.list().ofMaxSize(1), Spelling.any())
        .as((others, ours, spelling) -> {
          List<String> all = new ArrayList<>(ours);
          all.addAll(others);
          Collections.shuffle(all, new Random(all.size()));
          String gap = spelling.gap();
          return "[" + gap + String.join(gap + ",", all) + gap + "]";
        });
  }
}
