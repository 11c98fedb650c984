package io.gatepass.adapters.fs.edit;

import java.util.List;

/**
 * A text after an edit, and what the edit had to make around the value. The same text as before
 * where nothing was to be done.
 *
 * @param text the whole document
 * @param created the containers that were not there, outermost first; {@link Pointer#ROOT} where
 *     the document was blank
 * @param opened the containers that were an empty pair of brackets without even a space, and have
 *     been spread over lines
 */
public record Edited(String text, List<Pointer> created, List<Pointer> opened) {
  /** Copies the lists. */
  public Edited {
    created = List.copyOf(created);
    opened = List.copyOf(opened);
  }

  /** An edit that made nothing but the value itself. */
  public static Edited of(String text) {
    return new Edited(text, List.of(), List.of());
  }
}
