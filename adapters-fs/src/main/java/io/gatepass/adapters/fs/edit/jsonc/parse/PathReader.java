package io.gatepass.adapters.fs.edit.jsonc.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.text.UneditableDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a whole document and keeps the spans of the objects that a pointer goes through. */
public final class PathReader {
  private final String text;
  private final Pointer pointer;
  private final JsoncReader reader;
  private final List<ObjectSpan> objects = new ArrayList<>();

  private PathReader(String text, Pointer pointer) {
    this.text = text;
    this.pointer = pointer;
    this.reader = new JsoncReader(text);
  }

  /**
   * Reads.
   *
   * @throws UneditableDocument if the document does not parse, or one of the pointer's keys appears
   *     twice in its object
   */
  public static DocumentPath read(String text, Pointer pointer) throws UneditableDocument {
    PathReader self = new PathReader(text, pointer);
    return self.reader.read(self::document);
  }

  private DocumentPath document(JsonParser parser) throws IOException, UneditableDocument {
    if (parser.nextToken() == null) {
      return new DocumentPath(pointer, true, text.length(), List.of());
    }
    int start = reader.start(parser);
    value(parser, 0);
    if (parser.nextToken() != null) {
      throw reader.refused(reader.start(parser), "there is a second value after the first");
    }
    return new DocumentPath(pointer, false, start, objects);
  }

  /** Reads the value that the parser stands at; on return it stands at the value's last token. */
  private void value(JsonParser parser, int depth) throws IOException, UneditableDocument {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      object(parser, depth);
    } else if (parser.currentToken() == JsonToken.START_ARRAY && isArrayOnPath(depth)) {
      array(parser, depth);
    } else {
      parser.skipChildren();
    }
  }

  private void object(JsonParser parser, int depth) throws IOException, UneditableDocument {
    int index = objects.size();
    int start = reader.start(parser);
    objects.add(new ObjectSpan(start, start, List.of()));
    List<MemberSpan> members = new ArrayList<>();
    boolean found = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean onPath = isOnPath(parser.currentName(), depth);
      if (onPath && found) {
        throw reader.refused(
            reader.start(parser), "the key \"" + parser.currentName() + "\" appears twice");
      }
      found |= onPath;
      members.add(member(parser, depth, onPath));
    }
    objects.set(index, new ObjectSpan(start, reader.end(parser), members));
  }

  private MemberSpan member(JsonParser parser, int depth, boolean onPath)
      throws IOException, UneditableDocument {
    String name = parser.currentName();
    int nameStart = reader.start(parser);
    parser.nextToken();
    int valueStart = reader.start(parser);
    if (onPath) {
      value(parser, depth + 1);
    } else {
      parser.skipChildren();
    }
    return new MemberSpan(name, nameStart, nameEnd(nameStart), valueStart, reader.end(parser));
  }

  private boolean isArrayOnPath(int depth) {
    List<String> keys = pointer.keys();
    return depth == keys.size() || (depth < keys.size() && ElementKey.isOne(keys.get(depth)));
  }

  private void array(JsonParser parser, int depth) throws IOException, UneditableDocument {
    String key = depth < pointer.keys().size() ? pointer.keys().get(depth) : "";
    Optional<ElementKey> wanted = ElementKey.parse(key);
    int index = objects.size();
    int start = reader.start(parser);
    objects.add(new ObjectSpan(start, start, List.of()));
    List<MemberSpan> elements = new ArrayList<>();
    boolean found = false;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int at = reader.start(parser);
      boolean matches = matches(parser, wanted);
      if (matches && found) {
        throw reader.refused(at, "a second element has " + words(wanted.orElseThrow()));
      }
      found |= matches;
      elements.add(new MemberSpan(matches ? key : "", at, at, at, reader.end(parser)));
    }
    objects.set(index, new ObjectSpan(start, reader.end(parser), elements));
  }

  /** Reads an element, and whether it is the wanted one. */
  private static boolean matches(JsonParser parser, Optional<ElementKey> wanted)
      throws IOException {
    if (wanted.isEmpty() || parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return false;
    }
    boolean matches = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      boolean named = wanted.get().member().equals(parser.currentName());
      boolean isText = parser.nextToken() == JsonToken.VALUE_STRING;
      matches |= named && isText && wanted.get().text().equals(parser.getText());
      parser.skipChildren();
    }
    return matches;
  }

  private static String words(ElementKey key) {
    return "the \"" + key.member() + "\" \"" + key.text() + "\"";
  }

  private boolean isOnPath(String name, int depth) {
    return depth < pointer.keys().size() && pointer.keys().get(depth).equals(name);
  }

  // After a name the parser has read on to the value, so the name's end is looked for here.
  private int nameEnd(int nameStart) {
    int at = nameStart + 1;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }
}
