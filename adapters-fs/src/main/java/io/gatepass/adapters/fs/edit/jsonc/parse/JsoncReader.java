package io.gatepass.adapters.fs.edit.jsonc.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.gatepass.adapters.fs.text.LineBreaks;
import io.gatepass.adapters.fs.text.TextPosition;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.io.IOException;

/**
 * Opens Jackson's streaming parser over a text, tells offsets in that text, and turns what Jackson
 * throws into what it means.
 *
 * <p>The parser gets the text as one array of characters: then there is no buffer to cross and the
 * offsets that it reports are exact, surrogate pairs and comments included.
 */
public final class JsoncReader {
  /** How deep objects and arrays may be nested. */
  public static final int MAX_DEPTH = 1000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final String text;
  private final int shift;

  /** What to do with the parser. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(JsonParser parser) throws IOException, UneditableDocument;
  }

  /** Reads that text, which may start with a byte order mark. */
  public JsoncReader(String text) {
    this.text = text;
    this.shift = LineBreaks.startsWithByteOrderMark(text) ? 1 : 0;
  }

  /** Reads; the parser stands before the first token. */
  public <T> T read(Reading<T> reading) throws UneditableDocument {
    char[] characters = text.substring(shift).toCharArray();
    try (JsonParser parser = FACTORY.createParser(characters)) {
      return translating(parser, reading);
    } catch (IOException e) {
      throw new IllegalStateException("reading characters in memory cannot fail", e);
    }
  }

  /** Where the current token starts in the text. */
  public int start(JsonParser parser) {
    return (int) parser.currentTokenLocation().getCharOffset() + shift;
  }

  /** Where the current token ends in the text; not of a name, after which the parser reads on. */
  public int end(JsonParser parser) throws IOException {
    parser.finishToken();
    return (int) parser.currentLocation().getCharOffset() + shift;
  }

  /** A refusal at an offset of the text. */
  public UneditableDocument refused(int offset, String reason) {
    return new UneditableDocument(TextPosition.of(text, offset), reason);
  }

  // What Jackson says may quote the document, which may hold a credential: so its message and the
  // exception itself stop here, and only the place goes on.
  private <T> T translating(JsonParser parser, Reading<T> reading)
      throws IOException, UneditableDocument {
    try {
      return reading.read(parser);
    } catch (StreamConstraintsException e) {
      throw refused(start(parser), "it is nested deeper than " + MAX_DEPTH + " levels");
    } catch (JsonEOFException e) {
      throw refused(text.length(), "it ends in the middle of a value");
    } catch (com.fasterxml.jackson.core.JsonParseException e) {
      int offset = (int) e.getLocation().getCharOffset() + shift;
      throw refused(Math.min(offset, text.length()), "this is not valid JSON");
    }
  }
}
