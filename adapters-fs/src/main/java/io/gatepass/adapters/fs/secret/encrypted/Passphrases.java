package io.gatepass.adapters.fs.secret.encrypted;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the passphrase comes from: the first that is there of {@code GATEPASS_PASSPHRASE}, the
 * passphrase command (setting {@code secrets.passphraseCommand}) and a prompt.
 */
public final class Passphrases {
  private static final String VARIABLE = "GATEPASS_PASSPHRASE";

  private final Platform platform;
  private final Optional<PassphraseCommand> command;
  private final Optional<PassphrasePrompt> prompt;

  /**
   * A passphrase and where it came from.
   *
   * @param secret the passphrase
   * @param source the end of a sentence that begins with "The passphrase"
   */
  record Given(Secret secret, String source) {}

  /**
   * The sources there are.
   *
   * @param command the passphrase command, where one is set
   * @param prompt absent where no person is there
   */
  public Passphrases(
      Platform platform, Optional<String> command, Optional<PassphrasePrompt> prompt) {
    this.platform = platform;
    this.command =
        command.map(text -> new PassphraseCommand(platform, text, PassphraseCommand.LIMIT));
    this.prompt = prompt;
  }

  /** Whether the passphrase is at hand, so that neither a command nor a person is asked. */
  public static boolean isGiven(Platform platform) {
    return platform.variable(VARIABLE).isPresent();
  }

  /** Whether there is a source that needs no person. */
  public boolean areConfigured() {
    return isGiven(platform) || command.isPresent();
  }

  /** Whether there is any source. */
  public boolean arePossible() {
    return areConfigured() || prompt.isPresent();
  }

  /**
   * The passphrase of a file that is there.
   *
   * @throws SecretStoreUnavailable with reason LOCKED if there is none
   */
  Given toOpen(Path file) {
    return configured().or(() -> asked("Passphrase of " + file)).orElseThrow(() -> missing(file));
  }

  /**
   * The passphrase of a file that is about to be created; a person types it twice.
   *
   * @throws SecretStoreUnavailable with reason LOCKED if there is none
   */
  Given toCreate(Path file) {
    return configured().or(() -> chosen(file)).orElseThrow(() -> missing(file));
  }

  private Optional<Given> configured() {
    return platform
        .variable(VARIABLE)
        .map(text -> new Given(Secret.of(text), "in " + VARIABLE))
        .or(() -> command.map(it -> new Given(it.run(), "of the passphrase command")));
  }

  private Optional<Given> asked(String question) {
    return prompt.flatMap(it -> it.ask(question)).map(secret -> new Given(secret, "typed in"));
  }

  private Optional<Given> chosen(Path file) {
    Optional<Given> first = asked("New passphrase for " + file);
    if (first.isPresent() && !asked("The same again").equals(first)) {
      throw new SecretStoreUnavailable(
          Reason.LOCKED, "The two passphrases differ.", "Run the command again.");
    }
    return first;
  }

  private static SecretStoreUnavailable missing(Path file) {
    return new SecretStoreUnavailable(
        Reason.LOCKED,
        "The encrypted file " + file + " is locked: there is no passphrase.",
        "Set GATEPASS_PASSPHRASE or the setting secrets.passphraseCommand, or run gatepass in a"
            + " terminal.");
  }
}
