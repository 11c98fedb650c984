package io.gatepass.application.port;

import java.util.Optional;

final class InMemoryToolCatalogTest extends ToolCatalogContract {
  @Override
  protected ToolCatalog catalog() {
    InMemoryToolCatalog catalog = new InMemoryToolCatalog();
    catalog.install("claude-code");
    catalog.know("codex");
    catalog.install("cursor", Optional.of("Cursor's servers make the call."));
    return catalog;
  }

  @Override
  protected ToolCatalog catalogOfABareMachine() {
    InMemoryToolCatalog catalog = new InMemoryToolCatalog();
    catalog.know("claude-code");
    catalog.know("codex");
    catalog.know("cursor");
    return catalog;
  }
}
