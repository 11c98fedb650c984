package io.gatepass.adapters.fs.edit.jsonc;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.gatepass.adapters.fs.edit.jsonc.parse.JsoncReader;
import io.gatepass.adapters.fs.text.Splice;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Blanks out the texts and numbers under some keys, however deep in arrays. */
final class Redaction {
  private static final String REDACTED = "\"[redacted]\"";

  private Redaction() {}

  static String redact(String text, Predicate<String> keys) throws UneditableDocument {
    JsoncReader reader = new JsoncReader(text);
    return Splice.apply(text, reader.read(parser -> splices(parser, reader, keys)));
  }

  private static List<Splice> splices(JsonParser parser, JsoncReader reader, Predicate<String> keys)
      throws IOException {
    List<Splice> splices = new ArrayList<>();
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if ((token == JsonToken.VALUE_STRING || token.isNumeric())
          && isUnder(parser.getParsingContext(), keys)) {
        splices.add(new Splice(reader.start(parser), reader.end(parser), REDACTED));
      }
    }
    return splices;
  }

  private static boolean isUnder(JsonStreamContext context, Predicate<String> keys) {
    JsonStreamContext named = context;
    while (named != null && !named.inObject()) {
      named = named.getParent();
    }
    return named != null && keys.test(named.getCurrentName());
  }
}
