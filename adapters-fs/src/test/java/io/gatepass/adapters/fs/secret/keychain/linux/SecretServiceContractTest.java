package io.gatepass.adapters.fs.secret.keychain.linux;

import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.SecretStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The contract, on a real GNOME Keyring. */
@Tag("acceptance")
final class SecretServiceContractTest extends SecretStoreContract {
  private PrivateKeyring keyring;

  @BeforeEach
  void startKeyring(@TempDir Path directory) {
    keyring = new PrivateKeyring(directory);
    keyring.unlock("the keyring's password");
  }

  @AfterEach
  void stopKeyring() {
    keyring.close();
  }

  @Override
  protected SecretStore store() {
    return new SecretServiceStore(keyring.platform(), false);
  }

  @Override
  protected SecretStore sameSecrets() {
    return new SecretServiceStore(keyring.platform(), false);
  }
}
