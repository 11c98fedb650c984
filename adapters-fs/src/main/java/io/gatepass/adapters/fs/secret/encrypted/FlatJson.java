package io.gatepass.adapters.fs.secret.encrypted;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** JSON objects of texts and numbers, without the cost of data binding. */
final class FlatJson {
  private static final JsonFactory JSON = new JsonFactory();

  private FlatJson() {}

  /**
   * The members, numbers as texts.
   *
   * @throws IOException if it is anything but one flat object; the message never repeats any of it
   */
  static Map<String, String> parse(byte[] bytes) throws IOException {
    try (JsonParser parser = JSON.createParser(bytes)) {
      return members(parser);
    } catch (JacksonException _) {
      // Without the cause, which repeats what it does not understand.
      throw new IOException("it holds no flat JSON object");
    }
  }

  /** An object of texts. */
  static byte[] print(Map<String, String> members) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator generator = JSON.createGenerator(bytes)) {
      generator.writeStartObject();
      for (Map.Entry<String, String> member : members.entrySet()) {
        generator.writeStringField(member.getKey(), member.getValue());
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static Map<String, String> members(JsonParser parser) throws IOException {
    Map<String, String> members = new TreeMap<>();
    boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
    for (String name = parser.nextFieldName();
        isObject && name != null;
        name = parser.nextFieldName()) {
      isObject = parser.nextToken().isScalarValue();
      members.put(name, parser.getText());
    }
    if (!isObject) {
      throw new IOException("it holds no flat JSON object");
    }
    return members;
  }
}
