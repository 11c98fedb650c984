package io.gatepass.adapters.fs.edit.jsonc;

import io.gatepass.adapters.fs.edit.ConfigValue;
import io.gatepass.adapters.fs.edit.Edited;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.jsonc.parse.DocumentPath;
import io.gatepass.adapters.fs.edit.jsonc.parse.ElementKey;
import io.gatepass.adapters.fs.edit.jsonc.parse.Gap;
import io.gatepass.adapters.fs.edit.jsonc.parse.ObjectSpan;
import io.gatepass.adapters.fs.text.LineBreaks;
import io.gatepass.adapters.fs.text.Splice;
import java.util.ArrayList;
import java.util.List;

/** Adds a member or an element, and what is missing around it, as the last of what holds it. */
final class Insertion {
  private final String text;
  private final DocumentPath path;
  private final ConfigValue value;

  Insertion(String text, DocumentPath path, ConfigValue value) {
    this.text = text;
    this.path = path;
    this.value = value;
  }

  Edited edited() {
    return path.blank() ? intoBlank() : intoObject(path.innermost());
  }

  private Edited intoBlank() {
    int start = LineBreaks.startsWithByteOrderMark(text) ? 1 : 0;
    String lineBreak = LineBreaks.of(text);
    Layout layout = Layout.ofBlank(text);
    String root = around(0, layout.lead() + member(0, layout) + lineBreak);
    boolean onNewLine = start == text.length() || LineBreaks.lengthBefore(text, text.length()) > 0;
    return new Edited(
        onNewLine ? text + root + lineBreak : text + lineBreak + root, created(0), List.of());
  }

  private Edited intoObject(ObjectSpan object) {
    int depth = path.objects().indexOf(object);
    Layout layout = Layout.of(text, path.objects().getFirst(), object);
    return object.members().isEmpty()
        ? intoEmpty(object, depth, layout)
        : afterLast(object, depth, layout);
  }

  private Edited intoEmpty(ObjectSpan object, int depth, Layout layout) {
    Gap gap = Gap.of(text, object.interiorStart(), object.interiorEnd());
    if (gap.start() == gap.end() && layout.isOnLines()) {
      String inserted = layout.lead() + member(depth, layout) + layout.closing();
      return edited(depth, List.of(Splice.insert(gap.start(), inserted)), List.of(at(depth)));
    }
    String inserted = layout.lead() + member(depth, layout);
    return edited(depth, List.of(Splice.insert(gap.blankStart(), inserted)), List.of());
  }

  private Edited afterLast(ObjectSpan object, int depth, Layout layout) {
    Gap gap = object.gapAfter(text, object.members().size() - 1);
    Layout safe = gap.lineComment() ? layout.onLines(text, object) : layout;
    String inserted = safe.lead() + member(depth, safe);
    List<Splice> splices = new ArrayList<>();
    if (gap.comma().isPresent()) {
      splices.add(Splice.insert(gap.blankStart(), inserted + ","));
    } else {
      splices.add(Splice.insert(gap.start(), ","));
      splices.add(Splice.insert(gap.blankStart(), inserted));
    }
    return edited(depth, splices, List.of());
  }

  private Edited edited(int depth, List<Splice> splices, List<Pointer> opened) {
    return new Edited(Splice.apply(text, splices), created(depth + 1), opened);
  }

  /** The member with the key at that depth: the value, or an object around the next member. */
  private String member(int depth, Layout layout) {
    List<String> keys = path.pointer().keys();
    String key = keys.get(depth);
    String name = ElementKey.isOne(key) ? "" : JsonLiterals.text(key) + layout.colon();
    if (depth == keys.size() - 1) {
      return name + JsonLiterals.of(value, key, layout);
    }
    Layout nested = layout.nested();
    String closing = layout.isOnLines() ? layout.lead() : "";
    return name + around(depth + 1, nested.lead() + member(depth + 1, nested) + closing);
  }

  /** The brackets that hold what has the key at that depth. */
  private String around(int depth, String inside) {
    return ElementKey.isOne(path.pointer().keys().get(depth))
        ? "[" + inside + "]"
        : "{" + inside + "}";
  }

  private List<Pointer> created(int from) {
    List<Pointer> created = new ArrayList<>();
    for (int depth = from; depth < path.pointer().keys().size(); depth++) {
      created.add(at(depth));
    }
    return created;
  }

  private Pointer at(int depth) {
    return path.pointer().prefix(depth);
  }
}
