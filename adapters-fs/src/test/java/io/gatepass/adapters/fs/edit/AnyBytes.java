package io.gatepass.adapters.fs.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.edit.Trial.Edit;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.adapters.fs.text.Utf8;
import java.util.List;

/** What holds for any bytes at all: a refusal that says where, or edits that can be taken back. */
public final class AnyBytes {
  private final DocumentFormat format;
  private final List<Edit> edits;

  public AnyBytes(DocumentFormat format, List<Edit> edits) {
    this.format = format;
    this.edits = edits;
  }

  /** Edits them and takes it back. */
  public void areRefusedOrComeBack(byte[] bytes) throws UneditableDocument {
    Trial trial;
    try {
      String text = Utf8.decode(bytes);
      trial = new Trial(format, text).apply(edits);
    } catch (UneditableDocument e) {
      assertThat(e.position().line()).isPositive();
      assertThat(e.position().column()).isPositive();
      assertThat(e.reason()).isNotBlank();
      return;
    }
    String edited = trial.text();
    assertThat(new Trial(format, edited).apply(edits).text()).isEqualTo(edited);
    assertThat(format.redact(edited, _ -> true)).isNotBlank();
    assertThat(Utf8.encode(trial.takeBack().text())).isEqualTo(bytes);
  }
}
