package io.gatepass.adapters.fs.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.secret.local.StoredLocalKeys;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.adapters.fs.tool.detect.DefinedToolCatalog;
import io.gatepass.adapters.fs.undo.log.FileUndoLog;
import io.gatepass.application.port.Connections;
import io.gatepass.application.port.FakeGatewayProbe;
import io.gatepass.application.port.InMemoryKnownModels;
import io.gatepass.application.port.InMemoryKnownPathPrefixes;
import io.gatepass.application.port.InMemorySecretStore;
import io.gatepass.application.port.InMemorySettingsStore;
import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.LocalKeys.Replacement;
import io.gatepass.application.usecase.proxy.RotateLocalKey;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.tool.RewriteTools;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local key is replaced in real files with real records. */
class RotatedKeyTest {
  private static final ToolId CURSOR = new ToolId("cursor");
  private static final String THEIRS =
      "// mine\r\n{ \"cursor.general.openAIAPIKey\": \"sk-mine-0123456789abcdef\", /* x */ }";

  @TempDir private Path root;
  private final InMemorySecretStore secrets = new InMemorySecretStore();
  private final InMemorySettingsStore settings = new InMemorySettingsStore();
  private Machine machine;

  @BeforeEach
  void cursorIsConfigured() throws IOException {
    machine = new Machine(root, Os.LINUX);
    var _ = machine.install(machine.home().resolve(".local/bin"), "cursor");
    Files.createDirectories(file().getParent());
    Files.writeString(file(), THEIRS);
    settings.save(Connections.options());
    setUp();
  }

  @Test
  void toolHoldsTheNewKeyAndTheFormerOneIsNowhere() throws IOException {
    // Given
    Secret before = keys().obtain();

    // When
    RotateLocalKey.Outcome outcome = rotate();

    // Then
    assertThat(outcome.changes()).singleElement().isInstanceOf(ToolChange.Applied.class);
    assertThat(keys().obtain()).isNotEqualTo(before);
    assertThat(content()).contains(keys().obtain().reveal()).doesNotContain(before.reveal());
    assertThat(drift()).isEmpty();
  }

  @Test
  void teardownAfterwardsPutsBackTheBytesOfBeforeTheFirstSetup() throws IOException {
    rotate();
    rotate();

    ToolChange change = revert();

    assertThat(change).isInstanceOf(ToolChange.Reverted.class);
    assertThat(content()).isEqualTo(THEIRS);
    assertThat(secrets.list("gatepass/undo/")).isEmpty();
  }

  @Test
  void keyThatARotationKeptBeforeItWasKilledIsWrittenByTheNextOne() throws IOException {
    // Given
    keepAnotherKeyAndDie();
    assertThat(drift()).isEmpty();

    // When
    rotate();

    // Then
    assertThat(content()).contains(keys().obtain().reveal());
    assertThat(revert()).isInstanceOf(ToolChange.Reverted.class);
    assertThat(content()).isEqualTo(THEIRS);
  }

  @Test
  void keyThatARotationKeptBeforeItWasKilledIsWrittenByTheNextSetup() throws IOException {
    keepAnotherKeyAndDie();

    setUp();

    assertThat(content()).contains(keys().obtain().reveal());
    assertThat(revert()).isInstanceOf(ToolChange.Reverted.class);
    assertThat(content()).isEqualTo(THEIRS);
  }

  @Test
  void teardownAfterAKilledRotationKnowsTheFormerKeyAsOurs() throws IOException {
    keepAnotherKeyAndDie();

    assertThat(revert()).isInstanceOf(ToolChange.Reverted.class);

    assertThat(content()).isEqualTo(THEIRS);
  }

  private void keepAnotherKeyAndDie() {
    try (Replacement replacement = keys().replace()) {
      replacement.keep();
    }
  }

  private void setUp() {
    Optional<Secret> key = Optional.of(keys().obtain());
    ToolBindings bindings = new ToolBindings("/opt/gatepass", Connections.example(), key);
    editor().prepare(cursor(), bindings, undoLog().find(CURSOR)).commit(undoLog());
  }

  private RotateLocalKey.Outcome rotate() {
    RewriteTools rewrite =
        new RewriteTools(
            catalog(),
            editor(),
            undoLog(),
            FakeGatewayProbe.answering(401),
            new InMemoryKnownPathPrefixes(),
            new InMemoryKnownModels(),
            "/opt/gatepass");
    return new RotateLocalKey(new ResolveSettings(settings), keys(), rewrite)
        .rotate(new RotateLocalKey.Request());
  }

  private ToolChange revert() {
    return editor().revert(undoLog().find(CURSOR).orElseThrow(), undoLog());
  }

  private List<String> drift() {
    return editor().drift(undoLog().find(CURSOR).orElseThrow());
  }

  private DetectedTool cursor() {
    return catalog().detect().stream()
        .filter(tool -> tool.id().equals(CURSOR))
        .findFirst()
        .orElseThrow();
  }

  private DefinedToolCatalog catalog() {
    return new DefinedToolCatalog(ToolDefinitions.bundled(), machine.paths());
  }

  private LosslessToolConfigEditor editor() {
    return machine.editor(ToolDefinitions.bundled());
  }

  private FileUndoLog undoLog() {
    return new FileUndoLog(machine.state(), secrets);
  }

  private LocalKeys keys() {
    FileLocks locks = new FileLocks(machine.state().resolve("locks"), System::nanoTime);
    return new StoredLocalKeys(secrets, locks, new SecureRandom());
  }

  private Path file() {
    return machine.home().resolve(".config/Cursor/User/settings.json");
  }

  private String content() throws IOException {
    return Files.readString(file());
  }
}
