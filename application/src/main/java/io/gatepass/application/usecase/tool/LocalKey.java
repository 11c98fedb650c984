package io.gatepass.application.usecase.tool;

import io.gatepass.application.port.LocalKeys;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.tool.ToolMode;
import java.util.Optional;

/** The local key in one setup run: looked for only by tools that need it, made by the first. */
final class LocalKey {
  /** Stands for the key that a dry run does not make; a diff shows no key anyway. */
  private static final Secret TO_BE_MADE = Secret.of("made-by-setup");

  private final LocalKeys keys;
  private boolean made;

  LocalKey(LocalKeys keys) {
    this.keys = keys;
  }

  /** The key for a tool of that mode, made where there is none. */
  Optional<Secret> obtain(ToolMode mode) {
    if (mode != ToolMode.PROXY) {
      return Optional.empty();
    }
    made |= keys.find().isEmpty();
    return Optional.of(keys.obtain());
  }

  /** The key for a tool of that mode, without making one. */
  Optional<Secret> preview(ToolMode mode) {
    return mode == ToolMode.PROXY ? Optional.of(keys.find().orElse(TO_BE_MADE)) : Optional.empty();
  }

  /** Forgets the key if this run has made it. */
  void forgetIfNew() {
    if (made) {
      keys.forget();
    }
  }
}
