package io.gatepass.adapters.fs.secret.keychain;

import io.gatepass.adapters.fs.secret.keychain.linux.PrivateKeyring;
import io.gatepass.adapters.fs.secret.keychain.macos.RealMacKeychain;
import io.gatepass.adapters.fs.secret.keychain.windows.RealCredentialManager;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.SecretStoreContract;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract, on the real keychain of the system that runs the tests: a GNOME Keyring that is
 * started for it on Linux, the user's own keychain with names of its own elsewhere.
 */
@Tag("acceptance")
final class RealKeychainTest extends SecretStoreContract {
  private RealKeychain keychain;

  @BeforeEach
  void open(@TempDir Path directory) {
    keychain =
        switch (Platform.Os.ofName(System.getProperty("os.name"))) {
          case LINUX -> unlockedKeyring(directory);
          case MACOS -> new RealMacKeychain();
          case WINDOWS -> new RealCredentialManager();
        };
  }

  @AfterEach
  void close() {
    keychain.close();
  }

  @Override
  protected SecretStore store() {
    return keychain.store();
  }

  @Override
  protected SecretStore sameSecrets() {
    return keychain.store();
  }

  private static RealKeychain unlockedKeyring(Path directory) {
    PrivateKeyring keyring = new PrivateKeyring(directory);
    keyring.unlock("the keyring's password");
    return keyring;
  }
}
