package io.gatepass.adapters.fs.edit.toml.parse;

import io.gatepass.adapters.fs.text.LineBreaks;
import io.gatepass.adapters.fs.text.TextPosition;
import io.gatepass.adapters.fs.text.UneditableDocument;

/** A place in a text that moves on, and what every part of the grammar does there. */
final class Cursor {
  /** What {@link #peek} says at the end. */
  static final int END = -1;

  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
    this.at = LineBreaks.startsWithByteOrderMark(text) ? 1 : 0;
  }

  int at() {
    return at;
  }

  /** The character ahead. */
  int peek() {
    return peek(0);
  }

  int peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : END;
  }

  void advance(int characters) {
    at += characters;
  }

  boolean startsWith(String prefix) {
    return text.startsWith(prefix, at);
  }

  boolean take(String expected) {
    boolean there = startsWith(expected);
    at += there ? expected.length() : 0;
    return there;
  }

  void expect(String expected) throws UneditableDocument {
    if (!take(expected)) {
      throw refused();
    }
  }

  /** The text from an offset up to here. */
  String since(int start) {
    return text.substring(start, at);
  }

  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  boolean takeLineBreak() {
    return take("\n") || take("\r\n");
  }

  /** Skips the rest of a line that holds no more than a comment. */
  void endLine() throws UneditableDocument {
    skipBlanks();
    skipComment();
    if (!takeLineBreak() && peek() != END) {
      throw refused();
    }
  }

  /** Skips white space, line breaks and comments. */
  void skipLines() throws UneditableDocument {
    do {
      skipBlanks();
      skipComment();
    } while (takeLineBreak());
  }

  private void skipComment() throws UneditableDocument {
    if (peek() == '#') {
      while (peek() != END && peek() != '\n' && !startsWith("\r\n")) {
        requirePrintable();
        at++;
      }
    }
  }

  /** Refuses a control character other than a tab. */
  void requirePrintable() throws UneditableDocument {
    int c = peek();
    if ((c < ' ' && c != '\t') || c == '\u007F') {
      throw c == END ? refused() : refused(at, "a control character stands here");
    }
  }

  /** A refusal of what stands here. */
  UneditableDocument refused() {
    return peek() == END ? refused(at, "it ends too early") : refused(at, "this is not valid TOML");
  }

  UneditableDocument refused(int offset, String reason) {
    return new UneditableDocument(TextPosition.of(text, offset), reason);
  }
}
