package io.gatepass.adapters.fs.tool.any;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * How somebody spells JSON.
 *
 * @param escaped whether the first letter of a name is escaped
 * @param gap white space or a comment
 * @param scalar a value
 * @param container an empty object
 */
record Spelling(boolean escaped, String gap, String scalar, String container) {
  static Arbitrary<Spelling> any() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of("", " ", "\n  ", "\r\n\t", " /* , { */ ", " // x\n"),
            Arbitraries.of("\"x\"", "1E+5", "null", "\"\\u0041\"", "true", "\"\""),
            Arbitraries.of("{}", "{ }", "{\n}", "{ /* c */ }", "{ // c\n }"))
        .as(Spelling::new);
  }

  /** A name in quotes. */
  String name(String meaning) {
    String first = escaped ? "\\u%04x".formatted((int) meaning.charAt(0)) : meaning.substring(0, 1);
    return "\"" + first + meaning.substring(1) + "\"";
  }
}
