package io.gatepass.adapters.fs.text;

/**
 * A document that cannot be edited safely: it does not parse, holds another type than it should on
 * the way to the value, or repeats a key there. Carries no text of the document but keys that
 * gatepass itself writes. Whoever knows the file turns it into a failure that names it.
 */
public final class UneditableDocument extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;
  private final String reason;

  /**
   * Says what is wrong.
   *
   * @param position where
   * @param reason a clause such as {@code the key "env" appears twice}
   */
  public UneditableDocument(TextPosition position, String reason) {
    super(position + ": " + reason);
    this.line = position.line();
    this.column = position.column();
    this.reason = reason;
  }

  /** Where. */
  public TextPosition position() {
    return new TextPosition(line, column);
  }

  /** What is wrong: a clause without a capital letter and a full stop. */
  public String reason() {
    return reason;
  }
}
