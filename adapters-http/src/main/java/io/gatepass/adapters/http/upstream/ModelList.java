package io.gatepass.adapters.http.upstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.settings.Connection;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** OpenAI's list of models: {@code {"data": [{"id": …}, …]}}. */
final class ModelList {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MAX_CHARACTERS = 4 * 1024 * 1024;

  private ModelList() {}

  static HttpGet request(Connection connection, AccessToken token) {
    HttpGet request = new HttpGet(connection.openAiBase() + "/models");
    request.setHeader("Authorization", "Bearer " + token.value().reveal());
    request.setHeader("Accept", "application/json");
    return request;
  }

  /** The ids, in order, each once; none where the answer is something else. */
  static List<String> read(ClassicHttpResponse response) throws IOException {
    if (response.getCode() != HttpStatus.SC_OK || response.getEntity() == null) {
      return List.of();
    }
    try {
      return ids(EntityUtils.toString(response.getEntity(), MAX_CHARACTERS));
    } catch (ParseException e) {
      throw new IOException("the answer's Content-Type is none", e);
    }
  }

  private static List<String> ids(String json) throws IOException {
    SequencedSet<String> ids = new LinkedHashSet<>();
    try (JsonParser parser = JSON.createParser(json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
          boolean list = parser.nextToken() == JsonToken.START_ARRAY && name.equals("data");
          if (list) {
            models(parser, ids);
          } else {
            parser.skipChildren();
          }
        }
      }
    }
    return List.copyOf(ids);
  }

  private static void models(JsonParser parser, SequencedSet<String> ids) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        model(parser, ids);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void model(JsonParser parser, SequencedSet<String> ids) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      boolean isText = parser.nextToken() == JsonToken.VALUE_STRING;
      if (isText && name.equals("id") && !parser.getText().isBlank()) {
        ids.add(parser.getText().strip());
      }
      parser.skipChildren();
    }
  }
}
