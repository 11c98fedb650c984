package io.gatepass.adapters.fs.undo.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.application.port.InMemorySecretStore;
import io.gatepass.application.port.UndoLog;
import io.gatepass.application.port.UndoLogContract;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.PreviousValue;
import io.gatepass.domain.undo.UndoRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileUndoLogTest extends UndoLogContract {
  private static final ToolId CODEX = new ToolId("codex");
  private static final PreviousValue CREDENTIAL =
      new PreviousValue.Credential(Secret.of("\"sk-marked\""));

  @TempDir private Path directory;
  private final InMemorySecretStore secrets = new InMemorySecretStore();

  @Override
  protected UndoLog log() {
    return new FileUndoLog(directory, secrets);
  }

  @Override
  protected UndoLog sameRecords() {
    return log();
  }

  @Test
  void aCredentialIsInTheSecretStoreAndNotInTheFile() throws IOException {
    // When
    log().store(record("codex", CREDENTIAL));
    // Then
    assertThat(secrets.get("gatepass/undo/codex/1")).contains(Secret.of("\"sk-marked\""));
    assertThat(Files.readString(file())).contains("gatepass/undo/codex/1").doesNotContain("marked");
  }

  @Test
  void theFileIsTheUsersAlone() throws IOException {
    log().store(record("codex", new PreviousValue.Absent()));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aCredentialIsStoredOnceAndForgottenWhenItIsNoLongerKept() {
    // Given
    log().store(record("codex", CREDENTIAL));
    // When
    log().store(record("codex", CREDENTIAL));
    // Then
    assertThat(secrets.list("")).containsExactly("gatepass/undo/codex/1");
    // When
    log().store(record("codex", new PreviousValue.Absent()));
    // Then
    assertThat(secrets.list("")).isEmpty();
  }

  @Test
  void aKeyIsNeverGivenAnotherSecretWhileARecordNamesIt() {
    // Given
    log().store(record("codex", CREDENTIAL));
    // When
    log().store(record("codex", new PreviousValue.Credential(Secret.of("\"sk-next\""))));
    // Then
    assertThat(secrets.list("")).containsExactly("gatepass/undo/codex/2");
  }

  @Test
  void removingTheRecordForgetsItsCredentials() {
    log().store(record("codex", CREDENTIAL));
    log().remove(CODEX);
    assertThat(secrets.list("")).isEmpty();
    assertThat(file()).doesNotExist();
  }

  @Test
  void aCredentialThatIsGoneIsLost() {
    // Given
    log().store(record("codex", CREDENTIAL));
    secrets.delete("gatepass/undo/codex/1");
    // Then
    assertThat(log().find(CODEX)).contains(record("codex", new PreviousValue.Lost()));
  }

  @Test
  void aStoreThatCannotBeWrittenFailsBeforeAnythingIs() {
    // Given
    secrets.failWritesWith(
        new SecretStoreUnavailable(Reason.LOCKED, "It is locked.", "Unlock it."));
    // Then
    assertThatThrownBy(() -> log().store(record("codex", CREDENTIAL)))
        .isInstanceOf(SecretStoreUnavailable.class);
    assertThat(file()).doesNotExist();
  }

  @Test
  void aLockedStoreIsNotAskedWhereThereIsNoCredential() {
    // Given
    SecretStoreUnavailable locked =
        new SecretStoreUnavailable(Reason.LOCKED, "It is locked.", "Unlock it.");
    UndoRecord plain = record("codex", new PreviousValue.Raw("1"));
    log().store(record("claude-code", CREDENTIAL));
    secrets.failReadsWith(locked);
    secrets.failWritesWith(locked);
    // When
    log().store(plain);
    // Then
    assertThat(log().find(CODEX)).contains(plain);
    assertThat(log().configured()).hasSize(2);
  }

  @Test
  void aFileThatIsNoRecordIsNamed() throws IOException {
    Files.createDirectories(file().getParent());
    for (String text : new String[] {"", "{", "[]", "{\"version\": 2}", "{\"version\": 1}"}) {
      Files.writeString(file(), text);
      assertThatThrownBy(() -> log().find(CODEX))
          .isInstanceOf(StorageFailed.class)
          .hasMessage(file() + " is not an undo record that this version of gatepass can read.");
    }
  }

  @Test
  void aFileWithoutAToolsNameIsNoRecord() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file().resolveSibling("Copy of codex.json"), "{}");
    assertThat(log().configured()).isEmpty();
  }

  private Path file() {
    return FileUndoLog.file(directory, CODEX);
  }
}
