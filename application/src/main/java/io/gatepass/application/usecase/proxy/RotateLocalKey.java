package io.gatepass.application.usecase.proxy;

import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.LocalKeys.Replacement;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.tool.RewriteTools;
import io.gatepass.application.usecase.tool.RewriteTools.Rewrite;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.tool.ToolChange;
import java.util.List;
import java.util.Map;

/**
 * Replaces the local key and writes the new one into every tool that holds it. Each tool's file is
 * read before the key is kept, and the key is kept before the first file is written: at no moment
 * does a tool hold a key that is not the proxy's next one or its last. A run that is killed between
 * the two leaves tools with the last key, which their records know as ours; the next rotation or
 * setup writes the current one.
 */
public final class RotateLocalKey {
  private final ResolveSettings settings;
  private final LocalKeys localKeys;
  private final RewriteTools rewriteTools;

  /** Nothing to say: there is one key. */
  public record Request() {}

  /**
   * What was done.
   *
   * @param rotated whether there is a new key; none where no tool could have held it
   * @param changes what happened to each tool that holds the key
   */
  public record Outcome(boolean rotated, List<ToolChange> changes) {
    /** Copies the list. */
    public Outcome {
      changes = List.copyOf(changes);
    }
  }

  /** Wires the use case to its port and to the use cases it is made of. */
  public RotateLocalKey(ResolveSettings settings, LocalKeys localKeys, RewriteTools rewriteTools) {
    this.settings = settings;
    this.localKeys = localKeys;
    this.rewriteTools = rewriteTools;
  }

  /**
   * Rotates.
   *
   * @throws NotConfigured if a mandatory setting is missing
   * @throws SecretStoreUnavailable if the new key cannot be kept; nothing has changed
   */
  public Outcome rotate(Request request) {
    Connection connection =
        Connection.of(settings.resolve(new ResolveSettings.Request(Map.of())).settings());
    try (Replacement replacement = localKeys.replace()) {
      Rewrite rewrite =
          rewriteTools.prepare(new RewriteTools.Request(connection, replacement.key()));
      if (rewrite.hopeless()) {
        return new Outcome(false, List.copyOf(rewrite.failed()));
      }
      replacement.keep();
      List<ToolChange> changes = rewrite.commit();
      if (rewrite.hopeless()) {
        replacement.takeBack();
      }
      return new Outcome(!rewrite.hopeless(), changes);
    }
  }
}
