package io.gatepass.domain.tool;

import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.settings.Connection;
import java.util.List;
import java.util.Optional;

/**
 * What a tool's configuration is made of.
 *
 * @param executable the absolute path of the gatepass program, unquoted
 * @param connection the gateway and how to reach it
 * @param localKey the loopback proxy's static key, for the tools that hold it
 * @param models the models that the gateway offers; none where they are not known
 */
public record ToolBindings(
    String executable, Connection connection, Optional<Secret> localKey, List<String> models) {
  /** Copies the list. */
  public ToolBindings {
    models = List.copyOf(models);
  }

  /** For a tool that names no model but those of the settings. */
  public ToolBindings(String executable, Connection connection, Optional<Secret> localKey) {
    this(executable, connection, localKey, connection.anthropic().models());
  }

  /** For a tool that asks for its tokens itself. */
  public ToolBindings(String executable, Connection connection) {
    this(executable, connection, Optional.empty());
  }
}
