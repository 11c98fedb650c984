package io.gatepass.adapters.fs.undo;

import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.WantedEdit;
import io.gatepass.adapters.fs.text.TextPosition;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.domain.undo.FileUndo;
import java.util.List;
import java.util.Optional;

/**
 * Decides what to write to a file so that it holds the wanted values, and what to remember so that
 * it can be taken back. What an earlier setup wrote and is no longer wanted is taken back; the
 * previous value that is remembered is the one that stood there when it last was not ours.
 */
public final class FilePlanner {
  private final DocumentFormat format;

  /** Plans for files of that format. */
  public FilePlanner(DocumentFormat format) {
    this.format = format;
  }

  /**
   * Decides.
   *
   * @param earlier what an earlier setup has recorded for the file
   * @throws UneditableDocument if the text cannot be edited so that it can be put back to the byte
   */
  public FilePlan plan(FileState file, List<WantedEdit> wanted, Optional<FileUndo> earlier)
      throws UneditableDocument {
    StillOurs ours = StillOurs.in(format, file.text().orElse(""), earlier);
    Planning planning = new Planning(format, file, ours);
    for (WantedEdit edit : wanted) {
      planning.set(edit);
    }
    planning.takeBackAllBut(wanted.stream().map(WantedEdit::at).toList());
    FilePlan plan = planning.plan(earlier);
    if (earlier.isEmpty()) {
      requireInverse(file, plan);
    }
    return plan;
  }

  // Proved for every format by its properties; this is for the document that nobody thought of.
  private void requireInverse(FileState file, FilePlan plan) throws UneditableDocument {
    RevertedFile reverted = new FileReverter(format).revert(plan.text(), plan.settled());
    if (!reverted.text().equals(file.text().orElse(""))) {
      throw new UneditableDocument(
          new TextPosition(1, 1), "gatepass could not put it back to the byte after an edit");
    }
  }
}
