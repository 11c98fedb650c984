package io.gatepass.application.port;

import io.gatepass.domain.tool.DetectedTool;

final class FakeToolConfigEditorTest extends ToolConfigEditorContract {
  private final FakeToolConfigEditor editor = new FakeToolConfigEditor();
  private final DetectedTool tool = new InMemoryToolCatalog().install("codex");

  @Override
  protected ToolConfigEditor editor() {
    return editor;
  }

  @Override
  protected DetectedTool tool() {
    return tool;
  }

  @Override
  protected String content() {
    return editor.configuration("codex").orElse("absent");
  }

  @Override
  protected void changeByHand() {
    editor.changeByHand("codex");
  }

  @Override
  protected void makeUnreadable() {
    editor.makeUnreadable("codex");
  }
}
