package io.gatepass.application.usecase.model;

import io.gatepass.application.port.GatewayProbe;
import io.gatepass.application.port.KnownModels;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.settings.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The models to write into tools that want a list: the configured ones, else those that the gateway
 * lists for a token at hand, else those that it listed last.
 */
public final class FindModels {
  private final GatewayProbe gateway;
  private final KnownModels known;

  /**
   * Whose models.
   *
   * @param token a token if there is one; looked for only where the gateway has to be asked
   */
  public record Request(Connection connection, Supplier<Optional<AccessToken>> token) {}

  /** The models, and what the gateway itself has just said of them. */
  public static final class Outcome {
    private final List<String> models;
    private final boolean asked;
    private final Runnable remembering;

    private Outcome(List<String> models, boolean asked, Runnable remembering) {
      this.models = List.copyOf(models);
      this.asked = asked;
      this.remembering = remembering;
    }

    /** The models' ids; none where they are not known. */
    public List<String> models() {
      return models;
    }

    /** Why no model is known: a clause. */
    public String lack() {
      return asked
          ? "the gateway does not say which models it offers; name them with --models"
          : "the gateway says which models it offers only after a sign-in;"
              + " run gatepass setup, or name them with --models";
    }

    /** Keeps what the gateway has said, for a setup that cannot ask it. */
    public void remember() {
      remembering.run();
    }
  }

  /** Wires the use case to its ports. */
  public FindModels(GatewayProbe gateway, KnownModels known) {
    this.gateway = gateway;
    this.known = known;
  }

  /** Looks; asks the gateway at most once, and writes nothing. */
  public Outcome find(Request request) {
    Connection connection = request.connection();
    List<String> configured = connection.anthropic().models();
    if (!configured.isEmpty()) {
      return new Outcome(configured, false, () -> {});
    }
    Optional<AccessToken> token = request.token().get();
    List<String> listed = token.map(it -> gateway.models(connection, it)).orElse(List.of());
    return listed.isEmpty()
        ? new Outcome(known.find(connection.gateway()), token.isPresent(), () -> {})
        : new Outcome(listed, true, () -> known.remember(connection.gateway(), listed));
  }
}
