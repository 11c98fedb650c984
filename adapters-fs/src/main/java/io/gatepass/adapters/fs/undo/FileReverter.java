package io.gatepass.adapters.fs.undo;

import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.text.LineBreaks;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.adapters.fs.undo.RevertedFile.Left;
import io.gatepass.adapters.fs.undo.RevertedFile.Reason;
import io.gatepass.domain.undo.EditUndo;
import io.gatepass.domain.undo.FileUndo;
import io.gatepass.domain.undo.PreviousValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes back what a record says, as far as the values are still ours. Doing it again changes
 * nothing more.
 */
public final class FileReverter {
  private final DocumentFormat format;

  /** Reverts texts of that format. */
  public FileReverter(DocumentFormat format) {
    this.format = format;
  }

  /**
   * Takes back everything.
   *
   * @throws UneditableDocument if the text cannot be edited safely any more
   */
  public RevertedFile revert(String text, FileUndo undo) throws UneditableDocument {
    List<Left> left = new ArrayList<>();
    String reverted = text;
    for (EditUndo edit : undo.edits().reversed()) {
      reason(reverted, edit)
          .map(it -> new Left(Pointer.parse(edit.pointer()), it))
          .ifPresent(left::add);
      reverted = takeBack(reverted, edit);
    }
    for (String container : undo.created().reversed()) {
      reverted = format.removeIfEmpty(reverted, Pointer.parse(container));
    }
    for (String container : undo.opened().reversed()) {
      reverted = format.closeIfEmpty(reverted, Pointer.parse(container));
    }
    boolean obsolete = !undo.existed() && isBlank(reverted);
    return new RevertedFile(reverted, obsolete, left.reversed());
  }

  /**
   * The values that are no longer what setup has written.
   *
   * @throws UneditableDocument if the text does not parse any more
   */
  public List<Left> drift(String text, FileUndo undo) throws UneditableDocument {
    List<Left> drifted = new ArrayList<>();
    for (EditUndo edit : undo.edits()) {
      Pointer at = Pointer.parse(edit.pointer());
      Optional<String> current = format.find(text, at);
      if (current.isEmpty()) {
        drifted.add(new Left(at, Reason.REMOVED));
      } else if (!StillOurs.isOurs(format, edit, current.get())) {
        drifted.add(new Left(at, Reason.CHANGED));
      }
    }
    return drifted;
  }

  /** Takes back one edit if its value is still ours. */
  String takeBack(String text, EditUndo edit) throws UneditableDocument {
    Pointer at = Pointer.parse(edit.pointer());
    Optional<String> current = format.find(text, at);
    if (current.isEmpty() || !StillOurs.isOurs(format, edit, current.get())) {
      return text;
    }
    return switch (edit.previous()) {
      case PreviousValue.Absent _, PreviousValue.Lost _ -> format.remove(text, at);
      case PreviousValue.Raw raw -> format.replace(text, at, raw.text());
      case PreviousValue.Credential credential ->
          format.replace(text, at, credential.text().reveal());
    };
  }

  private Optional<Reason> reason(String text, EditUndo edit) throws UneditableDocument {
    Optional<String> current = format.find(text, Pointer.parse(edit.pointer()));
    boolean ours = current.filter(it -> StillOurs.isOurs(format, edit, it)).isPresent();
    if (ours || isAsBefore(current, edit.previous())) {
      boolean lost = ours && edit.previous() instanceof PreviousValue.Lost;
      return lost ? Optional.of(Reason.LOST) : Optional.empty();
    }
    return Optional.of(current.isPresent() ? Reason.CHANGED : Reason.REMOVED);
  }

  private boolean isAsBefore(Optional<String> current, PreviousValue previous) {
    return switch (previous) {
      case PreviousValue.Absent _ -> current.isEmpty();
      // A teardown that was killed has put it back and forgotten the credential.
      case PreviousValue.Lost _ -> current.isPresent();
      case PreviousValue.Raw raw -> current.filter(it -> format.same(it, raw.text())).isPresent();
      case PreviousValue.Credential credential ->
          current.filter(it -> format.same(it, credential.text().reveal())).isPresent();
    };
  }

  private static boolean isBlank(String text) {
    return text.substring(LineBreaks.startsWithByteOrderMark(text) ? 1 : 0).isBlank();
  }
}
