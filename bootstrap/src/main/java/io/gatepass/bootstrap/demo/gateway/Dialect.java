package io.gatepass.bootstrap.demo.gateway;

import io.gatepass.bootstrap.demo.http.Reply;
import io.gatepass.bootstrap.demo.http.Request;
import java.util.Optional;

/** The API in which a client speaks to the gateway. */
sealed interface Dialect permits AnthropicDialect, GeminiDialect, OpenAiDialect {
  /** The dialect of a path. */
  static Dialect of(String path) {
    if (path.startsWith(AnthropicDialect.PREFIX)) {
      return new AnthropicDialect();
    }
    return path.startsWith(GeminiDialect.PREFIX) ? new GeminiDialect() : new OpenAiDialect();
  }

  /** Answers a request that is allowed; nothing where the API has no such path. */
  Optional<Reply> answer(Request request);

  /** An error in the API's own shape. */
  Reply error(int status, String message);
}
