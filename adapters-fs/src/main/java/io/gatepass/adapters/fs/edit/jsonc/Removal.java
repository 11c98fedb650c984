package io.gatepass.adapters.fs.edit.jsonc;

import io.gatepass.adapters.fs.edit.jsonc.parse.Gap;
import io.gatepass.adapters.fs.edit.jsonc.parse.MemberSpan;
import io.gatepass.adapters.fs.edit.jsonc.parse.ObjectSpan;
import io.gatepass.adapters.fs.text.LineBreaks;
import io.gatepass.adapters.fs.text.Splice;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes a member with the white space before it and the comma that is no longer needed. The exact
 * inverse of {@link Insertion}; wherever the member has gone since, its neighbours and all comments
 * stay.
 */
final class Removal {
  private final String text;

  Removal(String text) {
    this.text = text;
  }

  String member(ObjectSpan object, MemberSpan member) {
    int index = object.members().indexOf(member);
    Gap before = object.gapBefore(text, index);
    Gap after = object.gapAfter(text, index);
    List<Splice> splices = new ArrayList<>();
    if (after.comma().isEmpty()) {
      before.comma().ifPresent(comma -> splices.add(Splice.delete(comma, comma + 1)));
    }
    int comma = after.comma().orElse(-1);
    boolean adjacent = comma == member.valueEnd();
    int end = adjacent ? comma + 1 : member.valueEnd();
    splices.add(Splice.delete(start(before, end), end));
    if (comma >= 0 && !adjacent) {
      splices.add(Splice.delete(comma, comma + 1));
    }
    return Splice.apply(text, splices);
  }

  /** Removes the root value and the line break that was written with it. */
  String root(ObjectSpan root) {
    int after = LineBreaks.lengthAt(text, root.end());
    int before = after > 0 ? 0 : LineBreaks.lengthBefore(text, root.start());
    return Splice.apply(text, List.of(Splice.delete(root.start() - before, root.end() + after)));
  }

  // A line comment before the member must not swallow what follows it.
  private int start(Gap before, int end) {
    boolean swallows = before.lineComment() && LineBreaks.lengthAt(text, end) == 0;
    return before.blankStart() + (swallows ? LineBreaks.lengthAt(text, before.blankStart()) : 0);
  }
}
