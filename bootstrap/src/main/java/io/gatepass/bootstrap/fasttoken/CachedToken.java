package io.gatepass.bootstrap.fasttoken;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.fs.secret.LateSecretStore;
import io.gatepass.adapters.fs.secret.SecretStores;
import io.gatepass.adapters.fs.settings.JsonSettingsStore;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshWindow;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.Settings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Looks for the cached access token, asking nobody: no person, no issuer. */
final class CachedToken {
  private final Platform platform;
  private final InstantSource clock;
  private final UserDirectories directories;
  private final FileLocks locks;

  CachedToken(Platform platform, InstantSource clock) {
    this.platform = platform;
    this.clock = clock;
    this.directories = UserDirectories.of(platform);
    this.locks = new FileLocks(directories.locks(), System::nanoTime);
  }

  /**
   * The token, if it is fresh.
   *
   * @throws io.gatepass.domain.failure.GatepassException if it cannot be told
   */
  Optional<AccessToken> find() {
    Settings settings = settings();
    SecretStores stores = new SecretStores(platform, directories, locks, false, Optional.empty());
    SecretStore secrets = new LateSecretStore(() -> quiet(stores, settings));
    return stores
        .tokens(secrets, settings)
        .accessToken(Connection.of(settings).scope())
        .filter(token -> RefreshWindow.isFresh(token, clock.instant()));
  }

  private Settings settings() {
    JsonSettingsStore store = new JsonSettingsStore(directories, platform, locks);
    return new ResolveSettings(store).resolve(new ResolveSettings.Request(Map.of())).settings();
  }

  /** A store that asks for a passphrase, of a person or of a command, would ask twice. */
  private static SecretStore quiet(SecretStores stores, Settings settings) {
    boolean asks =
        settings.text(SettingKey.SECRETS_PROVIDER).filter("encrypted-file"::equals).isPresent()
            || settings.text(SettingKey.SECRETS_PASSPHRASE_COMMAND).isPresent();
    if (asks) {
      throw new SecretStoreUnavailable(
          Reason.UNREACHABLE, "The secret store may ask for a passphrase.", "Run gatepass token.");
    }
    return stores.open(settings);
  }
}
