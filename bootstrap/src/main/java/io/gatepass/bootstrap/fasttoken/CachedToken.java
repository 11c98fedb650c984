package io.gatepass.bootstrap.fasttoken;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.fs.secret.LateSecretStore;
import io.gatepass.adapters.fs.secret.SecretStores;
import io.gatepass.adapters.fs.secret.encrypted.Passphrases;
import io.gatepass.adapters.fs.secret.token.RuntimeCache;
import io.gatepass.adapters.fs.session.FileHandOuts;
import io.gatepass.adapters.fs.session.Launch;
import io.gatepass.adapters.fs.settings.JsonSettingsStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.usecase.handout.TurnedDown;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.RefreshWindow;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.Settings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Looks for the cached access token, asking nobody: no person, no issuer. */
final class CachedToken {
  private final InstantSource clock;
  private final Optional<Launch> launch;
  private final UserDirectories directories;
  private final FileLocks locks;
  private final CredentialScope scope;
  private final TokenStore tokens;
  private final RuntimeCache memory;

  /**
   * Reads the settings.
   *
   * @param compiled whether this JVM compiles, so that the encrypted file can be opened
   * @throws io.gatepass.domain.failure.GatepassException if they cannot be read or are not enough
   */
  CachedToken(Platform platform, InstantSource clock, Optional<Launch> launch, boolean compiled) {
    this.clock = clock;
    this.launch = launch;
    this.directories = UserDirectories.of(platform);
    this.locks = new FileLocks(directories.locks(), System::nanoTime);
    Settings settings = settings(new JsonSettingsStore(directories, platform, locks));
    SecretStores all = new SecretStores(platform, directories, locks, false, Optional.empty());
    // Where a command or a person has to be asked, the whole program would ask again.
    boolean opensFile = compiled && Passphrases.isGiven(platform);
    SecretStores stores = opensFile ? all : all.withoutEncryptedFile();
    this.scope = Connection.of(settings).scope();
    // One for both: it looks at the directory once.
    this.memory = stores.runtimeCache(settings);
    this.tokens = stores.tokens(new LateSecretStore(() -> stores.open(settings)), memory);
  }

  /**
   * The token, if it is fresh.
   *
   * @throws io.gatepass.domain.failure.GatepassException if it cannot be told
   */
  Optional<AccessToken> find() {
    return tokens.accessToken(scope).filter(this::isFresh);
  }

  /** The token that a process gets which found none a moment earlier, if it gets one. */
  Optional<AccessToken> ofAnother() {
    if (launch.isEmpty() || !memory.isInUse()) {
      return Optional.empty(); // looking for it again and again would cost more than it spares
    }
    return new Crowd(locks, directories.runtime().orElseThrow(), scope)
        .await(launch.get(), () -> memory.read(scope).filter(this::isFresh));
  }

  /** Remembers that a tool gets this token, unless the gateway seems to have turned it down. */
  boolean isHandedOut(AccessToken token) {
    FileHandOuts handOuts =
        new FileHandOuts(memory.directoryOr(directories.state()), launch, clock);
    if (new TurnedDown(handOuts, clock).isLikely(scope, token)) {
      return false;
    }
    handOuts.remember(scope, clock.instant());
    return true;
  }

  private boolean isFresh(AccessToken token) {
    return RefreshWindow.isFresh(token, clock.instant());
  }

  private static Settings settings(JsonSettingsStore store) {
    return new ResolveSettings(store).resolve(new ResolveSettings.Request(Map.of())).settings();
  }
}
