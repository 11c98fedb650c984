package io.gatepass.adapters.fs.edit.toml.parse;

import io.gatepass.adapters.fs.text.UneditableDocument;

/** Reads what stands between quotes: the four kinds of strings, and quoted keys. */
final class Quoted {
  private final Cursor cursor;
  private final String quote;
  private final boolean basic;
  private final boolean onLines;
  private final StringBuilder meaning = new StringBuilder();

  private Quoted(Cursor cursor, String quote) {
    this.cursor = cursor;
    this.quote = quote;
    this.basic = quote.startsWith("\"");
    this.onLines = quote.length() == 3;
  }

  /** Reads a string in single or triple quotes that starts here. */
  static String string(Cursor cursor) throws UneditableDocument {
    String quote = Character.toString(cursor.peek());
    boolean triple = cursor.startsWith(quote.repeat(3));
    return new Quoted(cursor, triple ? quote.repeat(3) : quote).read();
  }

  /** Reads a string in single quotes that starts here. */
  static String key(Cursor cursor) throws UneditableDocument {
    return new Quoted(cursor, Character.toString(cursor.peek())).read();
  }

  private String read() throws UneditableDocument {
    int start = cursor.at();
    cursor.expect(quote);
    if (onLines) {
      cursor.takeLineBreak();
    }
    while (!closes()) {
      if (cursor.peek() == Cursor.END) {
        throw cursor.refused(start, "a string starts here and does not end");
      }
      character();
    }
    cursor.advance(quote.length());
    return meaning.toString();
  }

  // Up to two quotes may stand before the three that close a string on lines.
  private boolean closes() {
    return cursor.startsWith(quote)
        && !(onLines && cursor.startsWith(quote + quote.charAt(0)) && quotesAhead() <= 5);
  }

  private int quotesAhead() {
    int count = 0;
    while (count <= 5 && cursor.peek(count) == quote.charAt(0)) {
      count++;
    }
    return count;
  }

  private void character() throws UneditableDocument {
    int start = cursor.at();
    if (basic && cursor.take("\\")) {
      escape(start);
      return;
    }
    if (onLines && cursor.takeLineBreak()) {
      meaning.append('\n');
      return;
    }
    cursor.requirePrintable();
    cursor.advance(1);
    meaning.append(cursor.since(start));
  }

  private void escape(int start) throws UneditableDocument {
    if (onLines && takesLineEnd()) {
      return;
    }
    int letter = cursor.peek();
    cursor.advance(1);
    int digits = "xuU".indexOf(letter) < 0 ? 0 : 2 << "xuU".indexOf(letter);
    int plain = "btnfre\"\\".indexOf(letter);
    if (digits > 0) {
      meaning.appendCodePoint(codePoint(start, digits));
    } else if (plain >= 0) {
      meaning.append("\b\t\n\f\r\u001B\"\\".charAt(plain));
    } else {
      throw cursor.refused(start, "this escape does not exist");
    }
  }

  private int codePoint(int start, int digits) throws UneditableDocument {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      int digit = Character.digit(cursor.peek(), 16);
      value = digit < 0 || cursor.peek() > 'f' || value > 0xFFFFFF ? -1 : value * 16 + digit;
      if (value < 0) {
        throw cursor.refused(start, "this escape does not exist");
      }
      cursor.advance(1);
    }
    boolean half = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    if (half || value > Character.MAX_CODE_POINT) {
      throw cursor.refused(start, "this escape does not exist");
    }
    return value;
  }

  /** A backslash at the end of a line swallows the white space up to the next character. */
  private boolean takesLineEnd() {
    int blanks = 0;
    while (cursor.peek(blanks) == ' ' || cursor.peek(blanks) == '\t') {
      blanks++;
    }
    boolean pair = cursor.peek(blanks) == '\r' && cursor.peek(blanks + 1) == '\n';
    if (cursor.peek(blanks) != '\n' && !pair) {
      return false;
    }
    do {
      cursor.skipBlanks();
    } while (cursor.takeLineBreak());
    return true;
  }
}
