package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.tool.ToolMode;
import io.gatepass.domain.undo.EditUndo;
import io.gatepass.domain.undo.FileUndo;
import io.gatepass.domain.undo.PreviousValue;
import io.gatepass.domain.undo.UndoRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link UndoLog} does. Each test starts with an empty log. */
public abstract class UndoLogContract {
  /** The log under test; the same one at every call within a test. */
  protected abstract UndoLog log();

  /** A further handle on the same records, as the next run of gatepass would open it. */
  protected abstract UndoLog sameRecords();

  @Test
  protected void nothingIsFoundInAnEmptyLog() {
    assertThat(log().configured()).isEmpty();
    assertThat(log().find(new ToolId("codex"))).isEmpty();
  }

  @Test
  protected void aRecordIsFoundAsItWasStored() {
    UndoRecord record = record("codex", new PreviousValue.Raw("\"a\\u0062\" /* \uD83D\uDE00 */"));

    log().store(record);

    assertThat(log().find(record.tool().id())).contains(record);
    assertThat(sameRecords().find(record.tool().id())).contains(record);
  }

  @Test
  protected void aCredentialAmongThePreviousValuesIsFoundAgain() {
    UndoRecord record = record("codex", new PreviousValue.Credential(Secret.of("\"sk-before\"")));

    log().store(record);

    assertThat(sameRecords().find(record.tool().id())).contains(record);
  }

  @Test
  protected void aNewRecordTakesThePlaceOfTheOldOne() {
    log().store(record("codex", new PreviousValue.Credential(Secret.of("\"sk-1\""))));
    UndoRecord second = record("codex", new PreviousValue.Credential(Secret.of("\"sk-2\"")));

    log().store(second);

    assertThat(sameRecords().find(new ToolId("codex"))).contains(second);
    assertThat(log().configured()).hasSize(1);
  }

  @Test
  protected void theConfiguredToolsAreListedById() {
    log().store(record("codex", new PreviousValue.Absent()));
    log().store(record("claude-code", new PreviousValue.Credential(Secret.of("\"sk\""))));

    assertThat(sameRecords().configured())
        .extracting(tool -> tool.id().value())
        .containsExactly("claude-code", "codex");
  }

  @Test
  protected void aRemovedRecordIsGoneAndTheOthersStay() {
    UndoRecord other = record("claude-code", new PreviousValue.Credential(Secret.of("\"sk\"")));
    log().store(other);
    log().store(record("codex", new PreviousValue.Credential(Secret.of("\"sk\""))));

    log().remove(new ToolId("codex"));

    assertThat(sameRecords().find(new ToolId("codex"))).isEmpty();
    assertThat(sameRecords().find(new ToolId("claude-code"))).contains(other);
  }

  @Test
  protected void removingWhatIsNotThereIsFine() {
    assertThatCode(() -> log().remove(new ToolId("codex"))).doesNotThrowAnyException();
  }

  /** A record of one file with one edit that replaced that value. */
  protected static UndoRecord record(String tool, PreviousValue previous) {
    String file = "/home/ada/." + tool + "/settings.json";
    Instant since = Instant.parse("2026-11-01T08:00:00.123456789Z");
    ConfiguredTool configured =
        new ConfiguredTool(new ToolId(tool), ToolMode.DIRECT, List.of(file), since);
    EditUndo replaced = new EditUndo("/env/A~1B", previous, List.of("\"x\"", "\"y\\n\""));
    EditUndo added = new EditUndo("/key", new PreviousValue.Absent(), List.of("1"));
    FileUndo undo =
        new FileUndo(
            file,
            "jsonc",
            false,
            List.of("/home/ada/." + tool),
            List.of(added, replaced),
            List.of("", "/env"),
            List.of("/other"));
    return new UndoRecord(configured, List.of(undo));
  }
}
