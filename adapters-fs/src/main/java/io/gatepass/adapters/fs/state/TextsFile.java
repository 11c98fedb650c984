package io.gatepass.adapters.fs.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts by name, in a small file: a JSON object whose values are strings. It is a convenience and
 * never a reason to fail: a file that cannot be read holds nothing, and one that cannot be written
 * is not written.
 */
public final class TextsFile {
  private static final JsonFactory JSON = new JsonFactory();

  private final AtomicFile file;

  /** The file at that path. */
  public TextsFile(Path path) {
    this.file = new AtomicFile(path);
  }

  /** The texts. */
  public Map<String, String> read() {
    try {
      return file.read().map(TextsFile::parse).orElse(Map.of());
    } catch (StorageFailed e) {
      return Map.of(); // see the class comment
    }
  }

  /** Puts these texts in place of those before. */
  public void write(Map<String, String> texts) {
    try {
      file.write(print(new TreeMap<>(texts)).getBytes(UTF_8));
    } catch (StorageFailed e) {
      return; // see the class comment
    }
  }

  /** Removes the file. */
  public void delete() {
    try {
      file.delete();
    } catch (StorageFailed e) {
      return; // see the class comment
    }
  }

  private static Map<String, String> parse(byte[] bytes) {
    Map<String, String> texts = new TreeMap<>();
    try (JsonParser parser = JSON.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Map.of();
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        String text = parser.nextTextValue();
        if (text == null) {
          return Map.of();
        }
        texts.put(name, text);
      }
      return texts;
    } catch (IOException e) {
      return Map.of(); // somebody else's bytes: see the class comment
    }
  }

  private static String print(Map<String, String> texts) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
      generator.writeStartObject();
      for (Map.Entry<String, String> entry : texts.entrySet()) {
        generator.writeStringField(entry.getKey(), entry.getValue());
      }
      generator.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return text + "\n";
  }
}
