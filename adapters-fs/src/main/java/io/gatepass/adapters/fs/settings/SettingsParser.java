package io.gatepass.adapters.fs.settings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.gatepass.adapters.fs.text.TextPosition;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.adapters.fs.text.Utf8;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.SettingKey.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads JSON (RFC 8259) with comments and trailing commas into entries that know their line. A
 * blank text holds none. What does not parse is an {@link InvalidSettings} that names file, line
 * and column; it does not quote the file.
 */
final class SettingsParser {
  /** The JSON library, not loaded before a file needs it. */
  private static final class Json {
    static final JsonFactory FACTORY =
        JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
  }

  private final String place;
  private final List<Entry> entries = new ArrayList<>();

  private SettingsParser(String place) {
    this.place = place;
  }

  /**
   * The text of a file, strictly decoded, without its byte order mark.
   *
   * @param place the file, for the error
   */
  static String decode(String place, byte[] bytes) {
    try {
      return Utf8.decode(bytes);
    } catch (UneditableDocument e) {
      throw invalid(place, e.position(), e.reason());
    }
  }

  /**
   * The members of the text.
   *
   * @param place the file, for the error
   */
  static List<Entry> parse(String place, String text) {
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return PlainEntries.read(withoutMark).orElseGet(() -> parseJson(place, withoutMark));
  }

  /** The same by the JSON library, which can read everything and say what is wrong. */
  static List<Entry> parseJson(String place, String withoutMark) {
    SettingsParser parsing = new SettingsParser(place);
    try (JsonParser parser = Json.FACTORY.createParser(withoutMark)) {
      parsing.withinLimits(parser);
    } catch (JsonEOFException e) {
      throw invalid(place, position(e.getLocation()), "it ends too early");
    } catch (JsonProcessingException e) {
      throw invalid(place, position(e.getLocation()), "this is not valid JSON");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
    return parsing.entries;
  }

  /** A file that does not parse. */
  static InvalidSettings invalid(String place, TextPosition position, String reason) {
    return new InvalidSettings(
        Kind.FAILED,
        place + ", " + position + ": " + reason + ".",
        "Correct the file; it was not changed.");
  }

  /** Jackson's limits, such as its 1000 levels, are reported without a place. */
  private void withinLimits(JsonParser parser) throws IOException {
    try {
      document(parser);
    } catch (StreamConstraintsException e) {
      throw invalid(
          place,
          position(parser.currentLocation()),
          "this is nested too deep, or a name or a number is too long");
    }
  }

  private void document(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return;
    }
    if (first != JsonToken.START_OBJECT) {
      throw invalid(parser, "it is not a JSON object");
    }
    object(parser, List.of());
    if (parser.nextToken() != null) {
      throw invalid(parser, "something follows the end of the object");
    }
  }

  private void object(JsonParser parser, List<String> outer) throws IOException {
    Set<String> seen = new HashSet<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (!seen.add(name)) {
        throw invalid(parser, "the key \"" + name + "\" appears twice");
      }
      List<String> names = new ArrayList<>(outer);
      names.add(name);
      member(parser, names, parser.currentTokenLocation().getLineNr());
    }
  }

  private void member(JsonParser parser, List<String> names, int line) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT && names.size() == 1 && Entry.isGroup(names.getFirst())) {
      object(parser, names);
    } else if (token == JsonToken.START_ARRAY) {
      entries.add(array(parser, names, line));
    } else if (token == JsonToken.START_OBJECT) {
      parser.skipChildren();
      entries.add(new Entry(names, line, Optional.empty(), List.of()));
    } else {
      entries.add(new Entry(names, line, scalar(token), List.of(parser.getText())));
    }
  }

  private static Entry array(JsonParser parser, List<String> names, int line) throws IOException {
    List<String> texts = new ArrayList<>();
    boolean onlyStrings = true;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      onlyStrings &= parser.currentToken() == JsonToken.VALUE_STRING;
      texts.add(parser.getText());
      parser.skipChildren();
    }
    return new Entry(names, line, onlyStrings ? Optional.of(Shape.LIST) : Optional.empty(), texts);
  }

  private static Optional<Shape> scalar(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> Optional.of(Shape.TEXT);
      case VALUE_NUMBER_INT -> Optional.of(Shape.PORT);
      case VALUE_TRUE, VALUE_FALSE -> Optional.of(Shape.FLAG);
      default -> Optional.empty();
    };
  }

  private InvalidSettings invalid(JsonParser parser, String reason) {
    return invalid(place, position(parser.currentTokenLocation()), reason);
  }

  private static TextPosition position(JsonLocation location) {
    return new TextPosition(location.getLineNr(), location.getColumnNr());
  }
}
