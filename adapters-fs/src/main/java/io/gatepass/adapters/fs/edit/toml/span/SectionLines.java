package io.gatepass.adapters.fs.edit.toml.span;

import io.gatepass.adapters.fs.text.LineBreaks;

/**
 * Which lines of a section are its own: comments that stand right above the next header belong to
 * that one.
 *
 * @param start where the section's first line starts
 * @param lastEnd after the last line that is neither blank nor the next header's
 * @param end where the comments of the next header start, or the next header, or the text ends
 */
public record SectionLines(int start, int lastEnd, int end) {

  /** Looks at the lines of a section. */
  public static SectionLines of(String text, Section section) {
    int entriesEnd =
        section.entries().isEmpty()
            ? section.start()
            : LineBreaks.nextLine(text, section.entries().getLast().value().end());
    int lastEnd = entriesEnd;
    int before = entriesEnd;
    int comments = -1;
    for (int at = entriesEnd; at < section.end(); ) {
      int next = LineBreaks.nextLine(text, at);
      if (text.substring(at, next).isBlank()) {
        comments = -1;
      } else {
        before = comments < 0 ? lastEnd : before;
        comments = comments < 0 ? at : comments;
        lastEnd = next;
      }
      at = next;
    }
    boolean attached = comments >= 0 && !section.last();
    return attached
        ? new SectionLines(section.start(), before, comments)
        : new SectionLines(section.start(), lastEnd, section.end());
  }

  /** Whether there is nothing in it, not even a space. */
  public boolean areNone() {
    return start == end;
  }

  /** Whether there is nothing in it but white space. */
  public boolean areBlank() {
    return lastEnd == start;
  }
}
