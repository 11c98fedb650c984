package io.gatepass.adapters.fs.edit.jsonc.parse;

import io.gatepass.adapters.fs.edit.Pointer;
import java.util.List;
import java.util.Optional;

/**
 * The part of a document that a pointer goes through.
 *
 * @param pointer the pointer
 * @param blank whether the document holds no value, only white space and comments
 * @param rootStart where the root value starts; the end of the text where the document is blank
 * @param objects the objects on the way from the root, as deep as they are there; the last of them
 *     is the one that the pointer names, if it is an object
 */
public record DocumentPath(
    Pointer pointer, boolean blank, int rootStart, List<ObjectSpan> objects) {
  /** Copies the list. */
  public DocumentPath {
    objects = List.copyOf(objects);
  }

  /** The object that contains the value, whether the value is there or not. */
  public Optional<ObjectSpan> parent() {
    int depth = pointer.keys().size() - 1;
    return depth >= 0 && objects.size() > depth
        ? Optional.of(objects.get(depth))
        : Optional.empty();
  }

  /** The value and its name. */
  public Optional<MemberSpan> target() {
    return parent().flatMap(object -> object.find(pointer.last()));
  }

  /** The value, if it is an object. */
  public Optional<ObjectSpan> container() {
    int depth = pointer.keys().size();
    return objects.size() > depth ? Optional.of(objects.get(depth)) : Optional.empty();
  }

  /** The innermost object on the way that is there. */
  public ObjectSpan innermost() {
    return objects.get(Math.min(objects.size(), pointer.keys().size()) - 1);
  }
}
