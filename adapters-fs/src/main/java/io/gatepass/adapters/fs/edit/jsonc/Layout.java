package io.gatepass.adapters.fs.edit.jsonc;

import io.gatepass.adapters.fs.edit.jsonc.parse.ObjectSpan;
import io.gatepass.adapters.fs.text.LineBreaks;

/**
 * How the members of one object are laid out, or would be: what stands before a name and between it
 * and its value. Taken from the siblings; where there are none, from the rest of the document.
 *
 * @param lead what stands before a name: a line break and an indentation, or a space, or nothing
 * @param colon what stands between a name and its value
 * @param unit what one level of nesting is indented by
 */
record Layout(String lead, String colon, String unit) {
  private static final String DEFAULT_UNIT = "  ";
  private static final String DEFAULT_COLON = ": ";

  /** The layout of a document that holds nothing yet. */
  static Layout ofBlank(String text) {
    return new Layout(LineBreaks.of(text) + DEFAULT_UNIT, DEFAULT_COLON, DEFAULT_UNIT);
  }

  /** The layout of an object's members. */
  static Layout of(String text, ObjectSpan root, ObjectSpan object) {
    String unit = unit(text, root);
    if (object.members().isEmpty()) {
      return new Layout(emptyLead(text, root, object, unit), colon(text, root), unit);
    }
    String colon = colon(text, object);
    return new Layout(lead(text, object, colon), colon, unit);
  }

  /** The layout on lines of their own. */
  Layout onLines(String text, ObjectSpan object) {
    return isOnLines() ? this : new Layout(nextLine(text, object, unit), colon, unit);
  }

  /** The layout of the members of an object that is itself a new member in this layout. */
  Layout nested() {
    String padding = isOnLines() ? lead + unit : "";
    return new Layout(padding, colon, unit);
  }

  /** What stands before the closing brace of an object whose members are laid out so. */
  String closing() {
    return isOnLines() && lead.endsWith(unit)
        ? lead.substring(0, lead.length() - unit.length())
        : "";
  }

  boolean isOnLines() {
    return LineBreaks.isIn(lead);
  }

  private static String lead(String text, ObjectSpan object, String colon) {
    return object
        .leadsFromLast(text)
        .filter(LineBreaks::isIn)
        .findFirst()
        .map(lead -> LineBreaks.of(lead) + indentation(lead))
        .orElseGet(() -> leadOnOneLine(text, object, colon));
  }

  private static String leadOnOneLine(String text, ObjectSpan object, String colon) {
    int last = object.members().size() - 1;
    String lead = object.gapBefore(text, last).blank(text);
    if (last > 0) {
      return lead;
    }
    return colon.endsWith(":") && lead.isEmpty() ? "" : " ";
  }

  private static String emptyLead(String text, ObjectSpan root, ObjectSpan object, String unit) {
    String interior = text.substring(object.interiorStart(), object.interiorEnd());
    boolean compact = interior.isEmpty() && object.start() > root.start() && !LineBreaks.isIn(text);
    if (compact) {
      return "";
    }
    if (!interior.isEmpty() && !LineBreaks.isIn(interior)) {
      return interior.isBlank() ? interior : " ";
    }
    return nextLine(text, object, unit);
  }

  private static String nextLine(String text, ObjectSpan object, String unit) {
    int lineStart = LineBreaks.lineStart(text, object.start());
    int at = lineStart;
    while (text.charAt(at) == ' ' || text.charAt(at) == '\t') {
      at++;
    }
    return LineBreaks.of(text) + text.substring(lineStart, at) + unit;
  }

  private static String unit(String text, ObjectSpan root) {
    return root.leadsFromLast(text)
        .filter(LineBreaks::isIn)
        .map(Layout::indentation)
        .filter(indentation -> !indentation.isEmpty())
        .findFirst()
        .orElse(DEFAULT_UNIT);
  }

  private static String colon(String text, ObjectSpan object) {
    return object.members().reversed().stream()
        .map(member -> text.substring(member.nameEnd(), member.valueStart()))
        .filter(between -> between.strip().equals(":") && !LineBreaks.isIn(between))
        .findFirst()
        .orElse(DEFAULT_COLON);
  }

  private static String indentation(String blank) {
    return blank.substring(LineBreaks.lineStart(blank, blank.length()));
  }
}
