package io.gatepass.application.port;

import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.settings.Connection;
import java.util.List;
import java.util.Optional;

/** Asks the gateway what it serves, and where. */
public interface GatewayProbe {
  /**
   * The path prefix of Anthropic's API: {@code HEAD <gateway>/anthropic/v1/messages} for at most 5
   * seconds; 401 means {@code /anthropic}, any other answer the empty prefix, but a 5xx nothing: it
   * may come from somebody in front of the gateway.
   *
   * @return the prefix, or nothing where the gateway did not answer
   */
  Optional<String> anthropicPathPrefix(Connection connection);

  /**
   * The models that the gateway offers: {@code GET <gateway>/v1/models} with the token, for at most
   * 5 seconds.
   *
   * @return the ids in the gateway's order, each once; none where it did not answer, refused the
   *     token or keeps no such list
   */
  List<String> models(Connection connection, AccessToken token);
}
