package io.gatepass.adapters.fs.settings;

import static io.gatepass.adapters.fs.settings.SettingsHome.layer;
import static io.gatepass.adapters.fs.settings.SettingsHome.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.application.port.SettingsStore;
import io.gatepass.application.port.SettingsStoreContract;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.settings.Origin;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JsonSettingsStoreTest extends SettingsStoreContract {
  private static final Map<SettingKey, SettingValue> CLIENT =
      Map.of(SettingKey.CLIENT_ID, value(SettingKey.CLIENT_ID, "gatepass"));

  @TempDir Path dir;
  private SettingsHome home;

  @BeforeEach
  void newHome() {
    home = new SettingsHome(dir);
  }

  @Override
  protected SettingsStore store() {
    return home.store();
  }

  @Override
  protected SettingsStore sameSettings() {
    return home.store();
  }

  @Test
  void newFileIsPrivateAndNamesItsSchema() throws IOException {
    store()
        .save(
            Map.of(
                SettingKey.SECRETS_PROVIDER, value(SettingKey.SECRETS_PROVIDER, "memory"),
                SettingKey.SCOPES, value(SettingKey.SCOPES, "groups"),
                SettingKey.PROXY_PORT, value(SettingKey.PROXY_PORT, "15000"),
                SettingKey.ENABLE_1M, value(SettingKey.ENABLE_1M, "true")));

    assertThat(Files.readString(home.file))
        .isEqualTo(
            """
            {
              "$schema": "https://gatepass.io/schema/config.schema.json",
              "scopes": ["groups"],
              "proxyPort": 15000,
              "enable1m": true,
              "secrets": {
                "provider": "memory"
              }
            }
            """);
    assertThat(mode(home.file)).isEqualTo("rw-------");
    assertThat(mode(home.file.getParent())).isEqualTo("rwx------");
  }

  @Test
  void everyOtherByteOfTheFileStays() throws IOException {
    home.userWrites(
        """
        // mine
        {
            "clientId" : "old", /* why */
            "futureKey": [1, {"a": null}],
            "proxyPort": 15000,
        }
        """);

    store().save(CLIENT);

    assertThat(Files.readString(home.file))
        .isEqualTo(
            """
            // mine
            {
                "clientId" : "gatepass", /* why */
                "futureKey": [1, {"a": null}],
                "proxyPort": 15000,
            }
            """);
  }

  @Test
  void savingWhatIsThereWritesNothing() throws IOException {
    home.userWrites("{ \"clientId\": \"g\\u0061tepass\", \"models\": [ \"a\",\"b\" ] }");
    Files.setLastModifiedTime(home.file, FileTime.from(Instant.EPOCH));

    store().save(CLIENT);
    store().save(Map.of(SettingKey.MODELS, value(SettingKey.MODELS, "a,b")));
    store().save(Map.of());

    assertThat(Files.getLastModifiedTime(home.file).toInstant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void savingNothingCreatesNoFile() {
    store().save(Map.of());

    assertThat(home.file).doesNotExist();
  }

  @Test
  void fileWithNothingButACommentTakesSettings() throws IOException {
    home.userWrites("// nothing yet\n");

    store().save(CLIENT);

    assertThat(layer(home.store(), Origin.USER_SETTINGS)).isEqualTo(CLIENT);
    assertThat(Files.readString(home.file)).startsWith("// nothing yet\n");
  }

  @Test
  void byteOrderMarkAndLineEndingsStay() throws IOException {
    home.userWrites("\uFEFF{\r\n  \"audience\": \"api\"\r\n}\r\n");

    store().save(CLIENT);

    assertThat(layer(home.store(), Origin.USER_SETTINGS)).hasSize(2);
    assertThat(Files.readString(home.file))
        .isEqualTo("\uFEFF{\r\n  \"audience\": \"api\",\r\n  \"clientId\": \"gatepass\"\r\n}\r\n");
  }

  @Test
  void fileThatDoesNotParseIsNamedWithLineAndColumnAndNeverOverwritten() throws IOException {
    home.userWrites("{\n  \"clientId\": oops\n}\n");

    for (Runnable access : new Runnable[] {() -> store().save(CLIENT), () -> store().load()}) {
      assertThatExceptionOfType(InvalidSettings.class)
          .isThrownBy(access::run)
          .withMessageStartingWith(home.file + ", line 2, column 1")
          .withMessageNotContaining("oops")
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.FAILED));
    }
    assertThat(Files.readString(home.file)).isEqualTo("{\n  \"clientId\": oops\n}\n");
  }

  @Test
  void wrongValueCanBeSetRight() throws IOException {
    home.userWrites("{\"clientId\": 7}");

    store().save(CLIENT);

    assertThat(Files.readString(home.file)).isEqualTo("{\"clientId\": \"gatepass\"}");
  }

  @Test
  void wrongValueThatIsAboutToBeReplacedIsNoObstacle() throws IOException {
    home.userWrites("{\"clientId\": 7, \"proxyPort\": \"x\"}");

    assertThat(store().loadWithout(Set.of(SettingKey.CLIENT_ID, SettingKey.PROXY_PORT)).warnings())
        .isEmpty();
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> store().loadWithout(Set.of(SettingKey.CLIENT_ID)))
        .withMessageStartingWith(home.file + ", line 1: The proxyPort must be");
  }

  @Test
  void groupOfAnotherTypeIsNotOverwritten() throws IOException {
    home.userWrites("{\"secrets\": \"keychain\"}");

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() ->
            store()
                .save(
                    Map.of(
                        SettingKey.SECRETS_PROVIDER, value(SettingKey.SECRETS_PROVIDER, "memory"))))
        .withMessageStartingWith(home.file + ", line 1, column");
    assertThat(Files.readString(home.file)).isEqualTo("{\"secrets\": \"keychain\"}");
  }

  @Test
  void linkedFileStaysALink() throws IOException {
    Path dotfile = Files.writeString(dir.resolve("dotfile.json"), "{}\n");
    Files.createDirectories(home.file.getParent());
    Files.createSymbolicLink(home.file, dotfile);

    store().save(CLIENT);

    assertThat(home.file).isSymbolicLink();
    assertThat(dotfile).content().contains("\"clientId\": \"gatepass\"");
  }

  @Test
  void directoryInPlaceOfTheFileIsNamed() throws IOException {
    Files.createDirectories(home.file);

    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(() -> store().save(CLIENT))
        .withMessageStartingWith(home.file + " is a directory");
  }

  @Test
  void clearedFileIsGoneEvenIfItDoesNotParse() throws IOException {
    home.userWrites("{");

    store().clear();

    assertThat(home.file).doesNotExist();
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
