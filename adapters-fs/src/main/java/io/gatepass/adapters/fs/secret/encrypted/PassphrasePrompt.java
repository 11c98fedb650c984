package io.gatepass.adapters.fs.secret.encrypted;

import io.gatepass.domain.oauth.Secret;
import java.util.Optional;

/** Asks a person for a passphrase without showing what is typed. */
@FunctionalInterface
public interface PassphrasePrompt {
  /**
   * Asks.
   *
   * @param question what to show, without colon or space at its end
   * @return what was typed; nothing where the person gave no answer
   */
  Optional<Secret> ask(String question);
}
