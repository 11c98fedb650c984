package io.gatepass.adapters.fs.edit.jsonc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary JSONC documents, as odd as the grammar allows. */
public final class JsoncDocuments {
  private static final int DEPTH = 3;

  private JsoncDocuments() {}

  /** A name as it is spelled, and what it means. */
  private record Name(String raw, String meaning) {}

  private record Member(Name name, String text) {}

  /** Whether the object is on the way to our values: then our keys must not be repeated in it. */
  private enum Place {
    ROOT,
    ENV,
    ELSEWHERE;

    boolean isOurs(String name) {
      return switch (this) {
        case ROOT -> name.equals("env") || name.equals("apiKeyHelper") || name.equals("model");
        case ENV -> name.equals("A") || name.equals("B") || name.equals("TOKEN");
        case ELSEWHERE -> false;
      };
    }
  }

  /** Documents that are accepted: blank ones, and objects whose "env" is an object or absent. */
  public static Arbitrary<String> accepted() {
    Arbitrary<String> document = document(object(Place.ROOT, DEPTH, pieces()));
    Arbitrary<String> tidy = document(object(Place.ROOT, DEPTH, tidy()));
    return withByteOrderMark(
        Arbitraries.frequencyOf(
            Tuple.of(1, gap(pieces())), Tuple.of(8, document), Tuple.of(4, tidy)));
  }

  /** Documents that are accepted and hold "apiKeyHelper" and "model" at their root. */
  public static Arbitrary<String> full() {
    Arbitrary<Member> helper = member(new Name("\"apiKeyHelper\"", "apiKeyHelper"));
    Arbitrary<Member> model = member(new Name("\"model\"", "model"));
    Arbitrary<List<Member>> others = member(Place.ROOT, DEPTH, pieces()).list().ofMaxSize(4);
    Arbitrary<List<Member>> members =
        Combinators.combine(others, helper, model, Arbitraries.integers().between(0, 5))
            .as(JsoncDocuments::mixed);
    return withByteOrderMark(document(object(Place.ROOT, members, pieces())));
  }

  /** Blank documents, and arrays that hold at most one element whose name is "gatepass". */
  public static Arbitrary<String> arrays() {
    Arbitrary<String> ours =
        Arbitraries.of(
            "{\"name\": \"gatepass\"}",
            "{ /* n */ \"x\": [{}], \"n\\u0061me\" : \"gatepass\", }",
            "{\r\n\t\"name\": \"gatepass\" // mine\r\n}");
    Arbitrary<String> other =
        Arbitraries.frequencyOf(
            Tuple.of(2, object(Place.ELSEWHERE, DEPTH - 1, pieces())),
            Tuple.of(1, array(DEPTH - 1, pieces())),
            Tuple.of(1, scalar()),
            Tuple.of(1, Arbitraries.of("{\"name\": [\"gatepass\"]}", "{\"name\":\"other\"}")));
    Arbitrary<List<String>> elements =
        Combinators.combine(
                other.list().ofMaxSize(3),
                ours.list().ofMaxSize(1),
                Arbitraries.integers().between(0, 3))
            .as(JsoncDocuments::rotated);
    return withByteOrderMark(
        Arbitraries.frequencyOf(
            Tuple.of(1, gap(pieces())),
            Tuple.of(8, document(arrayOf(elements))),
            Tuple.of(2, Arbitraries.of("[]", "[ ]", "[\n]", "[\n  {},\n  {}\n]\n"))));
  }

  private static Arbitrary<String> arrayOf(Arbitrary<List<String>> elements) {
    return Combinators.combine(elements, gap(pieces()), gap(pieces()), Arbitraries.of("", ","))
        .as((all, a, b, comma) ->
            "[" + a + String.join(b + "," + a, all) + b + (all.isEmpty() ? "" : comma) + a + "]");
  }

  private static List<String> rotated(List<String> others, List<String> ours, int rotation) {
    List<String> all = new ArrayList<>(others);
    all.addAll(ours);
    Collections.rotate(all, rotation);
    return all;
  }

  private static Arbitrary<String> withByteOrderMark(Arbitrary<String> document) {
    return Combinators.combine(Arbitraries.of("", "", "\uFEFF"), document).as(String::concat);
  }

  private static Arbitrary<String> document(Arbitrary<String> root) {
    return Combinators.combine(gap(pieces()), root, gap(pieces())).as((a, b, c) -> a + b + c);
  }

  private static List<Member> mixed(List<Member> others, Member one, Member two, int rotation) {
    List<Member> mixed = new ArrayList<>(List.of(one, two));
    mixed.addAll(others);
    List<Member> distinct = distinct(Place.ROOT, mixed);
    Collections.rotate(distinct, rotation);
    return distinct;
  }

  private static Arbitrary<String> object(Place place, int depth, Arbitrary<String> pieces) {
    return object(place, member(place, depth, pieces).list().ofMaxSize(4), pieces);
  }

  private static Arbitrary<String> object(
      Place place, Arbitrary<List<Member>> members, Arbitrary<String> pieces) {
    return Combinators.combine(members, Arbitraries.of(true, false), gap(pieces), gap(pieces))
        .as((list, trailing, last, end) -> text(distinct(place, list), trailing, last, end));
  }

  private static String text(List<Member> members, boolean trailing, String last, String end) {
    String inside = String.join(",", members.stream().map(Member::text).toList());
    boolean comma = trailing && !members.isEmpty();
    return "{" + inside + (comma ? last + "," : "") + end + "}";
  }

  private static List<Member> distinct(Place place, List<Member> members) {
    Set<String> seen = new HashSet<>();
    List<Member> result = new ArrayList<>(members);
    result.removeIf(it -> place.isOurs(it.name().meaning()) && !seen.add(it.name().meaning()));
    return result;
  }

  private static Arbitrary<Member> member(Place place, int depth, Arbitrary<String> pieces) {
    return name().flatMap(name -> member(name, value(place, name, depth, pieces), pieces));
  }

  private static Arbitrary<Member> member(Name name) {
    return member(name, scalar(), pieces());
  }

  private static Arbitrary<Member> member(
      Name name, Arbitrary<String> value, Arbitrary<String> pieces) {
    return Combinators.combine(gap(pieces), gap(pieces), gap(pieces), value, gap(pieces))
        .as((a, b, c, it, d) -> new Member(name, a + name.raw() + b + ":" + c + it + d));
  }

  private static Arbitrary<String> value(
      Place place, Name name, int depth, Arbitrary<String> pieces) {
    return place == Place.ROOT && name.meaning().equals("env")
        ? object(Place.ENV, depth - 1, pieces)
        : value(depth - 1, pieces);
  }

  private static Arbitrary<String> value(int depth, Arbitrary<String> pieces) {
    if (depth <= 0) {
      return scalar();
    }
    return Arbitraries.frequencyOf(
        Tuple.of(4, scalar()),
        Tuple.of(1, array(depth, pieces)),
        Tuple.of(2, Arbitraries.lazy(() -> object(Place.ELSEWHERE, depth, pieces))));
  }

  private static Arbitrary<String> array(int depth, Arbitrary<String> pieces) {
    Arbitrary<String> item =
        Combinators.combine(
                gap(pieces), Arbitraries.lazy(() -> value(depth - 1, pieces)), gap(pieces))
            .as((a, b, c) -> a + b + c);
    return Combinators.combine(item.list().ofMaxSize(3), Arbitraries.of("", ","))
        .as((items, comma) -> "[" + String.join(",", items) + (items.isEmpty() ? "" : comma) + "]");
  }

  private static Arbitrary<String> scalar() {
    return Arbitraries.of(
        "1",
        "-0",
        "1E+5",
        "1.50",
        "0.000",
        "12345678901234567890123456789",
        "true",
        "false",
        "null",
        "\"\"",
        "\"x\"",
        "\"a // no comment\"",
        "\"/* nor this */\"",
        "\"\\\"\"",
        "\"\\\\\"",
        "\"\\u0041\\n\"",
        "\"\uD83D\uDE00é中\"",
        "\"{\\\"env\\\": 1}\"",
        "\"}\"",
        "\",\"",
        "\"\\/\"");
  }

  private static Arbitrary<Name> name() {
    return Arbitraries.of(
        new Name("\"env\"", "env"),
        new Name("\"env\"", "env"),
        new Name("\"\\u0065nv\"", "env"),
        new Name("\"ENV\"", "ENV"),
        new Name("\"env \"", "env "),
        new Name("\"apiKeyHelper\"", "apiKeyHelper"),
        new Name("\"apiKeyHelp\\u0065r\"", "apiKeyHelper"),
        new Name("\"A\"", "A"),
        new Name("\"B\"", "B"),
        new Name("\"TOKEN\"", "TOKEN"),
        new Name("\"\"", ""),
        new Name("\"a/b~c\"", "a/b~c"),
        new Name("\"\uD83D\uDE00\"", "\uD83D\uDE00"),
        new Name("\"model\"", "model"),
        new Name("\"x\\\"y\"", "x\"y"));
  }

  private static Arbitrary<String> gap(Arbitrary<String> pieces) {
    return pieces.list().ofMaxSize(3).map(list -> String.join("", list));
  }

  private static Arbitrary<String> pieces() {
    return Arbitraries.of(
        "",
        "",
        " ",
        "  ",
        "\t",
        "\n",
        "\r\n",
        "\r",
        "\n    ",
        "\r\n\t",
        "/**/",
        "/* x, y: { } */",
        "/* \r\n * \n */",
        "// line, \"env\": {} \n",
        "//\r\n",
        "// tail   \r",
        "// \uD83D\uDE00\n\n");
  }

  /** White space only, as a tidy mind leaves it. */
  private static Arbitrary<String> tidy() {
    return Arbitraries.of("\n  ", "");
  }
}
