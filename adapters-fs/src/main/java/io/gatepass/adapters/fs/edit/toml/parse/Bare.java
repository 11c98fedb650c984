package io.gatepass.adapters.fs.edit.toml.parse;

import static java.util.Objects.requireNonNullElse;

import io.gatepass.adapters.fs.edit.toml.span.Value.Moment;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What values without quotes and brackets mean: booleans, numbers, dates and times. */
final class Bare {
  private static final Map<String, Object> WORDS =
      Map.of(
          "true", true,
          "false", false,
          "inf", Double.POSITIVE_INFINITY,
          "+inf", Double.POSITIVE_INFINITY,
          "-inf", Double.NEGATIVE_INFINITY,
          "nan", Double.NaN,
          "+nan", Double.NaN,
          "-nan", Double.NaN);
  private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:0|[1-9][0-9]*)");
  private static final Pattern FLOAT =
      Pattern.compile(DECIMAL.pattern() + "(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final Pattern PREFIXED =
      Pattern.compile("0x(?<x>[0-9A-Fa-f]+)|0o(?<o>[0-7]+)|0b(?<b>[01]+)");
  private static final Pattern UNDERSCORE_ASTRAY = Pattern.compile("(?<![0-9])_|_(?![0-9])");
  private static final Pattern HEX_UNDERSCORE_ASTRAY =
      Pattern.compile("(?<![0-9A-Fa-f])_|_(?![0-9A-Fa-f])");
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?<date>\\d{4}-\\d\\d-\\d\\d)?(?<t>[Tt ])?"
              + "(?<time>(?<minute>\\d\\d:\\d\\d)(?::(?<second>\\d\\d)(?<fraction>\\.\\d+)?)?)?"
              + "(?<offset>[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)?");

  private Bare() {}

  /** What it means; absent if it means nothing. */
  static Optional<Object> meaning(String text) {
    Object word = WORDS.get(text);
    if (word != null) {
      return Optional.of(word);
    }
    return number(text).or(() -> moment(text));
  }

  private static Optional<Object> number(String text) {
    boolean prefixed = text.startsWith("0x") || text.startsWith("0o") || text.startsWith("0b");
    Pattern astray = prefixed ? HEX_UNDERSCORE_ASTRAY : UNDERSCORE_ASTRAY;
    if (astray.matcher(prefixed ? text.substring(2) : text).find()) {
      return Optional.empty();
    }
    String digits = text.replace("_", "");
    if (prefixed) {
      return prefixed(digits);
    }
    if (DECIMAL.matcher(digits).matches()) {
      return whole(digits, 10);
    }
    return FLOAT.matcher(digits).matches() ? real(digits) : Optional.empty();
  }

  private static Optional<Object> real(String digits) {
    double number = Double.parseDouble(digits);
    return Double.isInfinite(number) ? Optional.empty() : Optional.of(number);
  }

  private static Optional<Object> prefixed(String digits) {
    Matcher matcher = PREFIXED.matcher(digits);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int radix = matcher.group("x") != null ? 16 : matcher.group("o") != null ? 8 : 2;
    return whole(digits.substring(2), radix);
  }

  private static Optional<Object> whole(String digits, int radix) {
    BigInteger number = new BigInteger(digits, radix);
    return number.bitLength() < Long.SIZE ? Optional.of(number.longValue()) : Optional.empty();
  }

  private static Optional<Object> moment(String text) {
    Matcher matcher = MOMENT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean date = matcher.group("date") != null;
    boolean time = matcher.group("time") != null;
    boolean both = date && time;
    boolean joined = matcher.group("t") != null;
    boolean offset = matcher.group("offset") != null;
    if (!(date || time) || joined != both || (offset && !both)) {
      return Optional.empty();
    }
    return exists(matcher) ? Optional.of(new Moment(spelled(matcher))) : Optional.empty();
  }

  private static boolean exists(Matcher matcher) {
    try {
      Optional.ofNullable(matcher.group("date")).ifPresent(LocalDate::parse);
      Optional.ofNullable(matcher.group("minute")).ifPresent(LocalTime::parse);
      return Integer.parseInt(requireNonNullElse(matcher.group("second"), "0")) < 60;
    } catch (DateTimeException e) {
      return false; // the 30th of February, or 25 o'clock
    }
  }

  private static String spelled(Matcher matcher) {
    String date = requireNonNullElse(matcher.group("date"), "");
    if (matcher.group("time") == null) {
      return date;
    }
    String fraction = requireNonNullElse(matcher.group("fraction"), "").replaceFirst("\\.?0*$", "");
    String second = requireNonNullElse(matcher.group("second"), "00");
    String offset = requireNonNullElse(matcher.group("offset"), "").replace('z', 'Z');
    return date + "T" + matcher.group("minute") + ":" + second + fraction + offset;
  }
}
