package io.gatepass.adapters.fs.edit.jsonc;

import io.gatepass.adapters.fs.edit.jsonc.parse.DocumentPath;
import io.gatepass.adapters.fs.edit.jsonc.parse.ElementKey;
import io.gatepass.adapters.fs.edit.jsonc.parse.MemberSpan;
import io.gatepass.adapters.fs.edit.jsonc.parse.ObjectSpan;
import io.gatepass.adapters.fs.text.TextPosition;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.List;
import java.util.Optional;

/** What a pointer goes through must be what its keys take it for. */
final class Containers {
  private Containers() {}

  /**
   * Looks at every value on the way to a new one.
   *
   * @throws UneditableDocument if one is no object, or no array where an element is to go
   */
  static void require(String text, DocumentPath path) throws UneditableDocument {
    if (path.blank()) {
      return;
    }
    List<String> keys = path.pointer().keys();
    if (path.objects().isEmpty()) {
      throw refused(text, path.rootStart(), "the document", keys.getFirst());
    }
    int depth = Math.min(path.objects().size(), keys.size()) - 1;
    ObjectSpan innermost = path.objects().get(depth);
    if (innermost.isArray(text) != ElementKey.isOne(keys.get(depth))) {
      String what = depth == 0 ? "the document" : valueOf(keys.get(depth - 1));
      throw refused(text, innermost.start(), what, keys.get(depth));
    }
    Optional<MemberSpan> other = innermost.find(keys.get(depth));
    if (depth + 1 < keys.size() && other.isPresent()) {
      throw refused(text, other.get().valueStart(), valueOf(keys.get(depth)), keys.get(depth + 1));
    }
  }

  private static String valueOf(String key) {
    return "the value of \"" + key + "\"";
  }

  private static UneditableDocument refused(String text, int offset, String what, String key) {
    return new UneditableDocument(
        TextPosition.of(text, offset),
        what + " is not an " + (ElementKey.isOne(key) ? "array" : "object"));
  }
}
