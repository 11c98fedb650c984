package io.gatepass.adapters.fs.edit;

import io.gatepass.adapters.fs.text.UneditableDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets values in a text and takes them back, the way undo does: the harness of every format. */
public final class Trial {
  private final DocumentFormat format;
  private final List<Change> changes = new ArrayList<>();
  private final List<Pointer> created = new ArrayList<>();
  private final List<Pointer> opened = new ArrayList<>();
  private String text;

  private record Change(Pointer at, Optional<String> previous) {}

  /** A value to set. */
  public record Edit(Pointer at, ConfigValue value) {
    /** A text to set. */
    public static Edit text(String pointer, String value) {
      return new Edit(Pointer.parse(pointer), new ConfigValue.Text(value));
    }
  }

  public Trial(DocumentFormat format, String text) {
    this.format = format;
    this.text = text;
  }

  public Trial apply(List<Edit> edits) throws UneditableDocument {
    for (Edit edit : edits) {
      changes.add(new Change(edit.at(), format.find(text, edit.at())));
      Edited edited = format.set(text, edit.at(), edit.value());
      text = edited.text();
      created.addAll(edited.created());
      opened.addAll(edited.opened());
    }
    return this;
  }

  public Trial takeBack() throws UneditableDocument {
    for (Change change : changes.reversed()) {
      text =
          change.previous().isPresent()
              ? format.replace(text, change.at(), change.previous().get())
              : format.remove(text, change.at());
    }
    for (Pointer container : created.reversed()) {
      text = format.removeIfEmpty(text, container);
    }
    for (Pointer container : opened.reversed()) {
      text = format.closeIfEmpty(text, container);
    }
    return this;
  }

  /** What a user does in between. */
  public Trial userPuts(Pointer at, String raw) throws UneditableDocument {
    text = format.replace(text, at, raw);
    return this;
  }

  public String text() {
    return text;
  }
}
