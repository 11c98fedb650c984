package io.gatepass.adapters.fs.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SecretStoresTest {
  private static final String KEY = "gatepass/0123456789abcdef/refresh";

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource({
    "keychain,true,true",
    "encrypted-file,true,false",
    "environment,false,false",
    "memory,true,false"
  })
  void theSettingNamesTheStore(String provider, boolean writable, boolean durable) {
    SecretStore.Capabilities capabilities =
        open(Map.of(), Map.of(SettingKey.SECRETS_PROVIDER, provider)).capabilities();

    assertThat(capabilities.provider()).isEqualTo(provider);
    assertThat(capabilities.writable()).isEqualTo(writable);
    assertThat(capabilities.durable()).isEqualTo(durable);
    assertThat(capabilities.explanation().isEmpty()).isEqualTo(durable);
  }

  @Test
  void withoutKeychainAndPassphraseNothingIsRememberedAndItIsSaidWhy() {
    SecretStore store = open(Map.of(), Map.of());

    assertThat(store.get(KEY)).isEmpty();
    assertThat(store.list("")).isEmpty();
    store.delete(KEY);
    assertThat(store.capabilities())
        .isEqualTo(
            new SecretStore.Capabilities(
                "none",
                false,
                false,
                "No keychain here: there is no D-Bus session (DBUS_SESSION_BUS_ADDRESS is not set)."
                    + " Run gatepass in a desktop session, or set"
                    + " GATEPASS_SECRETS_PROVIDER=encrypted-file and GATEPASS_PASSPHRASE to keep"
                    + " secrets in an encrypted file."));
    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> store.put(KEY, Secret.of("r")))
        .withMessageStartingWith("No keychain here: ")
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE));
  }

  @Test
  void withoutKeychainAPassphraseLeadsToTheEncryptedFile() {
    SecretStore store = open(Map.of("GATEPASS_PASSPHRASE", "passphrase"), Map.of());

    store.put(KEY, Secret.of("r"));

    assertThat(store.capabilities().provider()).isEqualTo("encrypted-file");
    assertThat(home.resolve(".local/state/gatepass/secrets.jwe")).exists();
  }

  @Test
  void withoutKeychainAPassphraseCommandLeadsToTheEncryptedFile() {
    SecretStore store =
        open(
            Map.of("PATH", System.getenv("PATH")),
            Map.of(SettingKey.SECRETS_PASSPHRASE_COMMAND, "echo passphrase"));

    store.put(KEY, Secret.of("r"));

    assertThat(open(Map.of("GATEPASS_PASSPHRASE", "passphrase"), Map.of()).get(KEY))
        .contains(Secret.of("r"));
  }

  @Test
  void anEncryptedFileWithoutItsPassphraseIsLockedAndNotMissing() {
    open(Map.of("GATEPASS_PASSPHRASE", "passphrase"), Map.of()).put(KEY, Secret.of("r"));

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> open(Map.of(), Map.of()).get(KEY))
        .satisfies(failure -> assertThat(failure.reason()).isEqualTo(Reason.LOCKED));
  }

  @Test
  void aKeychainThatWasAskedForIsNotReplaced() {
    SecretStore store =
        open(
            Map.of("GATEPASS_PASSPHRASE", "passphrase"),
            Map.of(SettingKey.SECRETS_PROVIDER, "keychain"));

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> store.get(KEY))
        .withMessageStartingWith("No keychain here: ");
  }

  @ParameterizedTest
  @EnumSource(Platform.Os.class)
  void theKeychainOfWhoRunsTheCommandIsNotThatOfAnotherUsersHome(Platform.Os os) {
    Map<String, String> environment =
        Map.of(
            "GATEPASS_HOME", home.toString(), "DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    SecretStores stores = stores(new Platform(os, home.toString(), environment));

    SecretStore named = stores.open(settings(Map.of(SettingKey.SECRETS_PROVIDER, "keychain")));

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> named.put(KEY, Secret.of("r")))
        .withMessageContaining("GATEPASS_HOME");
    assertThat(stores.open(settings(Map.of())).capabilities().provider()).isEqualTo("none");
  }

  @Test
  void theTokenStoreIsTheSameChoice() {
    Settings settings = settings(Map.of(SettingKey.SECRETS_PROVIDER, "memory"));
    SecretStores stores = stores(Map.of());

    TokenStore tokens = stores.tokens(stores.open(settings), stores.runtimeCache(settings));

    assertThat(tokens.describe().provider()).isEqualTo("memory");
    assertThat(tokens.describe().remembers()).isFalse();
    assertThat(tokens.describe().explanation()).isNotEmpty();
  }

  @Test
  void withoutTheEncryptedFileWhatIsInItCannotBeTold() {
    Map<String, String> environment = Map.of("GATEPASS_PASSPHRASE", "passphrase");
    open(environment, Map.of()).put(KEY, Secret.of("r"));

    SecretStore store = stores(environment).withoutEncryptedFile().open(settings(Map.of()));

    assertThatExceptionOfType(SecretStoreUnavailable.class)
        .isThrownBy(() -> store.get(KEY))
        .withMessage("The encrypted file is not opened here.");
    assertThat(store.capabilities().provider()).isEqualTo("encrypted-file");
    assertThat(open(environment, Map.of()).get(KEY)).contains(Secret.of("r"));
  }

  @Test
  void openingAStoreTouchesNothing() {
    SecretStore _ = open(Map.of("GATEPASS_PASSPHRASE", "passphrase"), Map.of());

    assertThat(home).isEmptyDirectory();
  }

  private SecretStore open(Map<String, String> environment, Map<SettingKey, String> settings) {
    return stores(environment).open(settings(settings));
  }

  private SecretStores stores(Map<String, String> environment) {
    return stores(new Platform(Platform.Os.LINUX, home.toString(), environment));
  }

  private static SecretStores stores(Platform platform) {
    UserDirectories directories = UserDirectories.of(platform);
    return new SecretStores(
        platform,
        directories,
        new FileLocks(directories.locks(), System::nanoTime),
        false,
        Optional.empty());
  }

  private static Settings settings(Map<SettingKey, String> texts) {
    Map<SettingKey, SettingValue> values =
        texts.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> SettingValue.parse(entry.getKey(), entry.getValue())));
    return Settings.resolve(List.of(SettingsLayer.builtIn(), SettingsLayer.ofOptions(values)));
  }
}
