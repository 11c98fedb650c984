package io.gatepass.adapters.fs.undo;

import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Edited;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.edit.WantedEdit;
import io.gatepass.adapters.fs.text.Digest;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.adapters.fs.undo.FilePlan.Replaced;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.undo.EditUndo;
import io.gatepass.domain.undo.FileUndo;
import io.gatepass.domain.undo.PreviousValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** One plan in the making: the text as far as it is edited, and what has been noted of it. */
final class Planning {
  private final DocumentFormat format;
  private final FileState file;
  private final StillOurs ours;
  private final List<EditUndo> settled = new ArrayList<>();
  private final List<EditUndo> pending = new ArrayList<>();
  private final List<Replaced> replaced = new ArrayList<>();
  private final SequencedSet<Pointer> created;
  private final SequencedSet<Pointer> opened;
  private String text;

  Planning(DocumentFormat format, FileState file, StillOurs ours) {
    this.format = format;
    this.file = file;
    this.ours = ours;
    this.created = new LinkedHashSet<>(ours.created());
    this.opened = new LinkedHashSet<>(ours.opened());
    this.text = file.text().orElse("");
  }

  void set(WantedEdit edit) throws UneditableDocument {
    Pointer at = edit.at();
    Optional<String> current = format.find(text, at);
    Edited edited = format.set(text, at, edit.value());
    String written = remembered(at, format.find(edited.text(), at).orElseThrow());
    Optional<EditUndo> before = ours.find(at);
    PreviousValue previous = before.map(EditUndo::previous).orElseGet(() -> previous(at, current));
    if (before.isEmpty() && current.isPresent() && !edited.text().equals(text)) {
      replaced.add(new Replaced(at, previous instanceof PreviousValue.Credential));
    }
    settled.add(new EditUndo(at.toString(), previous, List.of(written)));
    pending.add(new EditUndo(at.toString(), previous, alsoWritten(before, written)));
    created.addAll(edited.created());
    opened.addAll(edited.opened());
    text = edited.text();
  }

  /** Takes back what is ours and no longer wanted, and the containers that this leaves empty. */
  void takeBackAllBut(Collection<Pointer> wanted) throws UneditableDocument {
    List<Pointer> unwanted =
        ours.edits().keySet().stream().filter(at -> !wanted.contains(at)).toList();
    for (Pointer at : unwanted.reversed()) {
      EditUndo edit = ours.find(at).orElseThrow();
      pending.add(edit);
      text = new FileReverter(format).takeBack(text, edit);
    }
  }

  FilePlan plan(Optional<FileUndo> earlier) throws UneditableDocument {
    FileUndo toStoreFirst = undo(earlier, pending);
    dropEmptyContainers();
    return new FilePlan(text, toStoreFirst, undo(earlier, settled), replaced);
  }

  private void dropEmptyContainers() throws UneditableDocument {
    for (Pointer container : List.copyOf(created).reversed()) {
      String without = format.removeIfEmpty(text, container);
      if (!without.equals(text)) {
        created.remove(container);
        text = without;
      }
    }
    for (Pointer container : List.copyOf(opened).reversed()) {
      String closed = format.closeIfEmpty(text, container);
      if (!closed.equals(text)) {
        opened.remove(container);
        text = closed;
      }
    }
  }

  private FileUndo undo(Optional<FileUndo> earlier, List<EditUndo> edits) {
    return new FileUndo(
        file.file(),
        format.name(),
        existed(earlier),
        directories(earlier),
        edits,
        created.stream().map(Pointer::toString).toList(),
        opened.stream().map(Pointer::toString).toList());
  }

  // A file that setup made and that somebody has made anew since is theirs.
  private boolean existed(Optional<FileUndo> earlier) {
    boolean oursStill = !ours.isEmpty() && earlier.filter(it -> !it.existed()).isPresent();
    return file.text().isPresent() && !oursStill;
  }

  private List<String> directories(Optional<FileUndo> earlier) {
    return Stream.concat(
            earlier.map(FileUndo::createdDirectories).orElse(List.of()).stream(),
            file.missingDirectories().stream())
        .distinct()
        .toList();
  }

  private static PreviousValue previous(Pointer at, Optional<String> current) {
    return current.map(raw -> previous(at, raw)).orElseGet(PreviousValue.Absent::new);
  }

  // The credential that setup writes has 256 random bits: its digest gives nothing away.
  private String remembered(Pointer at, String raw) {
    return isCredential(at, raw) ? Digest.of(format.normal(raw)) : raw;
  }

  private static boolean isCredential(Pointer at, String raw) {
    return !raw.isEmpty() && (CredentialText.isKey(at.last()) || CredentialText.isIn(raw));
  }

  private static PreviousValue previous(Pointer at, String raw) {
    return isCredential(at, raw)
        ? new PreviousValue.Credential(Secret.of(raw))
        : new PreviousValue.Raw(raw);
  }

  private static List<String> alsoWritten(Optional<EditUndo> before, String written) {
    List<String> earlier = before.map(EditUndo::written).orElse(List.of());
    return Stream.concat(earlier.stream(), Stream.of(written)).distinct().toList();
  }
}
