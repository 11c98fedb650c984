package io.gatepass.adapters.fs.edit.jsonc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.gatepass.adapters.fs.text.LineBreaks;
import java.io.IOException;

/** JSON as RFC 8259 has it: no comment, no trailing comma. */
final class StrictJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private StrictJson() {}

  /** Whether a document that has parsed with both would parse without them. */
  static boolean accepts(String text) {
    String withoutMark = LineBreaks.startsWithByteOrderMark(text) ? text.substring(1) : text;
    try (JsonParser parser = FACTORY.createParser(withoutMark)) {
      while (parser.nextToken() != null) {
        parser.finishToken();
      }
      return true;
    } catch (IOException _) {
      return false; // the answer: what else is wrong has been refused before
    }
  }
}
