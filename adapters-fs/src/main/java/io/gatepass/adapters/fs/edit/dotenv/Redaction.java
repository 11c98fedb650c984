package io.gatepass.adapters.fs.edit.dotenv;

import io.gatepass.adapters.fs.text.Splice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blanks out the values of some keys, also of entries that are commented out. */
final class Redaction {
  private static final String REDACTED = "[redacted]";
  private static final Pattern COMMENTED_OUT =
      Pattern.compile("(?m)^[ \\t]*#[# \\t]*(?:export[ \\t]+)?([\\w.-]+)[ \\t]*[=:](.+)$");

  private Redaction() {}

  static String redact(String text, Predicate<String> keys) {
    List<Splice> splices = new ArrayList<>();
    List<Entry> entries = DotenvReader.read(text);
    for (Entry entry : entries) {
      if (keys.test(entry.key()) && entry.valueEnd() > entry.valueStart()) {
        splices.add(new Splice(entry.valueStart(), entry.valueEnd(), REDACTED));
      }
    }
    Matcher matcher = COMMENTED_OUT.matcher(text);
    while (matcher.find()) {
      if (keys.test(matcher.group(1)) && isOutside(entries, matcher.start())) {
        splices.add(new Splice(matcher.start(2), matcher.end(2), REDACTED));
      }
    }
    splices.sort(Comparator.comparingInt(Splice::start));
    return Splice.apply(text, splices);
  }

  private static boolean isOutside(List<Entry> entries, int offset) {
    return entries.stream()
        .noneMatch(entry -> entry.valueStart() <= offset && offset < entry.valueEnd());
  }
}
