package io.gatepass.application.usecase.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.gatepass.application.port.Connections;
import io.gatepass.application.port.FakeToolConfigEditor;
import io.gatepass.application.port.InMemoryToolCatalog;
import io.gatepass.application.port.InMemoryUndoLog;
import io.gatepass.application.usecase.tool.ListTools.State;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListToolsTest {
  private final InMemoryToolCatalog catalog = new InMemoryToolCatalog();
  private final FakeToolConfigEditor editor = new FakeToolConfigEditor();
  private final InMemoryUndoLog undoLog = new InMemoryUndoLog();

  @Test
  void everyKnownToolIsTold() {
    catalog.install("claude-code");
    catalog.know("codex");

    List<ListTools.Tool> tools = list().tools();

    assertThat(tools)
        .extracting(it -> it.description().id().value(), it -> it.description().installed())
        .containsExactly(tuple("claude-code", true), tuple("codex", false));
    assertThat(tools).extracting(ListTools.Tool::state).containsOnly(new State.NotConfigured());
  }

  @Test
  void toolAsSetupHasLeftItIsConfigured() {
    DetectedTool tool = configured("claude-code");

    assertThat(only().state())
        .isInstanceOfSatisfying(
            State.Configured.class, it -> assertThat(it.files()).isEqualTo(tool.files()));
  }

  @Test
  void toolThatSomebodyHasChangedHasDrifted() {
    configured("claude-code");
    editor.changeByHand("claude-code");

    assertThat(only().state())
        .isInstanceOfSatisfying(State.Drifted.class, it -> assertThat(it.changed()).hasSize(1));
  }

  @Test
  void toolWhoseFileDoesNotParseHidesNoOther() {
    configured("claude-code");
    configured("codex");
    editor.makeUnreadable("claude-code");

    assertThat(list().tools().getFirst().state())
        .isInstanceOfSatisfying(
            State.Unknown.class,
            it -> assertThat(it.reason()).isEqualTo("The file does not parse."));
    assertThat(list().tools().getLast().state()).isInstanceOf(State.Configured.class);
  }

  @Test
  void toolThatNobodyKnowsIsRefusedNamingThoseThatAreKnown() {
    catalog.know("codex");

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> list(Optional.of(new ToolId("emacs"))))
        .satisfies(it -> assertThat(it.remedy()).contains("codex"));
  }

  private DetectedTool configured(String id) {
    DetectedTool tool = catalog.install(id);
    editor
        .prepare(tool, new ToolBindings("/opt/gatepass", Connections.example()), Optional.empty())
        .commit(undoLog);
    return tool;
  }

  private ListTools.Tool only() {
    return list(Optional.of(new ToolId("claude-code"))).tools().getFirst();
  }

  private ListTools.Outcome list() {
    return list(Optional.empty());
  }

  private ListTools.Outcome list(Optional<ToolId> only) {
    return new ListTools(catalog, editor, undoLog).list(new ListTools.Request(only));
  }
}
