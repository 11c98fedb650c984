package io.gatepass.adapters.fs.secret;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.fs.secret.encrypted.EncryptedFileStore;
import io.gatepass.adapters.fs.secret.encrypted.PassphrasePrompt;
import io.gatepass.adapters.fs.secret.encrypted.Passphrases;
import io.gatepass.adapters.fs.secret.keychain.KeychainFailures;
import io.gatepass.adapters.fs.secret.keychain.linux.SecretServiceStore;
import io.gatepass.adapters.fs.secret.keychain.macos.KeychainStore;
import io.gatepass.adapters.fs.secret.keychain.windows.CredentialManagerStore;
import io.gatepass.adapters.fs.secret.token.RuntimeCache;
import io.gatepass.adapters.fs.secret.token.SecretTokenStore;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Chooses the secret store: the one that the setting {@code secrets.provider} names, else the
 * keychain where it can be reached, else the encrypted file where there is one or a passphrase is
 * configured, else none. Nothing is opened or loaded before the first secret is asked for.
 */
public final class SecretStores {
  private final Platform platform;
  private final UserDirectories directories;
  private final FileLocks locks;
  private final boolean mayUnlock;
  private final Optional<PassphrasePrompt> prompt;
  private final boolean mayOpenFile;

  /**
   * The stores of a user.
   *
   * @param mayUnlock whether a person is there who can be asked, in a window of the system's, to
   *     unlock the keychain
   * @param prompt asks for the encrypted file's passphrase; absent where there is no terminal
   */
  public SecretStores(
      Platform platform,
      UserDirectories directories,
      FileLocks locks,
      boolean mayUnlock,
      Optional<PassphrasePrompt> prompt) {
    this(platform, directories, locks, mayUnlock, prompt, true);
  }

  private SecretStores(
      Platform platform,
      UserDirectories directories,
      FileLocks locks,
      boolean mayUnlock,
      Optional<PassphrasePrompt> prompt,
      boolean mayOpenFile) {
    this.platform = platform;
    this.directories = directories;
    this.locks = locks;
    this.mayUnlock = mayUnlock;
    this.prompt = prompt;
    this.mayOpenFile = mayOpenFile;
  }

  /**
   * The same stores, but where the encrypted file would have to be opened, that fails: its key
   * takes a compiled program a fraction of a second to derive, and an interpreted one half a
   * minute.
   */
  public SecretStores withoutEncryptedFile() {
    return new SecretStores(platform, directories, locks, mayUnlock, prompt, false);
  }

  /**
   * Tokens in a store.
   *
   * @param secrets what {@link #open} gave
   * @param cache what {@link #runtimeCache} gave
   */
  public TokenStore tokens(SecretStore secrets, RuntimeCache cache) {
    return new SecretTokenStore(secrets, cache, platform);
  }

  /** The runtime cache that the settings ask for. */
  public RuntimeCache runtimeCache(Settings settings) {
    boolean cached =
        settings.text(SettingKey.SECRETS_RUNTIME_CACHE).map("true"::equals).orElse(true);
    return new RuntimeCache(directories.runtime(), cached);
  }

  /** The store of secrets that the settings ask for. */
  public SecretStore open(Settings settings) {
    Passphrases passphrases =
        new Passphrases(platform, settings.text(SettingKey.SECRETS_PASSPHRASE_COMMAND), prompt);
    return settings
        .text(SettingKey.SECRETS_PROVIDER)
        .map(provider -> named(provider, passphrases))
        .orElseGet(() -> automatic(passphrases));
  }

  private SecretStore named(String provider, Passphrases passphrases) {
    return switch (provider) {
      case "keychain" -> keychain();
      case "encrypted-file" -> encryptedFile(passphrases);
      case "environment" -> ReadOnlySecretStore.environment();
      case "memory" -> new MemorySecretStore();
      default -> throw new IllegalArgumentException("the setting's rule allows no " + provider);
    };
  }

  private SecretStore automatic(Passphrases passphrases) {
    return new AutomaticSecretStore(
        keychain(),
        why ->
            passphrases.areConfigured() || Files.exists(secretsFile())
                ? encryptedFile(passphrases)
                : ReadOnlySecretStore.none(why));
  }

  private SecretStore keychain() {
    if (platform.variable("GATEPASS_HOME").isPresent()) {
      return new UnreachableStore(
          "keychain",
          KeychainFailures.absent(
              "GATEPASS_HOME stands for another user's home, and only that user can open the"
                  + " keychain that goes with it",
              "Unset GATEPASS_HOME"));
    }
    return switch (platform.os()) {
      case LINUX -> new SecretServiceStore(platform, mayUnlock);
      case MACOS -> new KeychainStore(mayUnlock);
      case WINDOWS -> new CredentialManagerStore();
    };
  }

  private SecretStore encryptedFile(Passphrases passphrases) {
    if (!mayOpenFile) {
      return new UnreachableStore(
          "encrypted-file",
          new SecretStoreUnavailable(
              Reason.UNREACHABLE, "The encrypted file is not opened here.", "Run gatepass token."));
    }
    return new EncryptedFileStore(new AtomicFile(secretsFile()), locks, passphrases);
  }

  private Path secretsFile() {
    return directories.state().resolve("secrets.jwe");
  }
}
