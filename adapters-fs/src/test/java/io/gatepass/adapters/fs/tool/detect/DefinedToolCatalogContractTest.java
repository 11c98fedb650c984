package io.gatepass.adapters.fs.tool.detect;

import io.gatepass.adapters.fs.tool.Machine;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.application.port.ToolCatalog;
import io.gatepass.application.port.ToolCatalogContract;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class DefinedToolCatalogContractTest extends ToolCatalogContract {
  @TempDir private Path root;

  @Override
  protected ToolCatalog catalog() throws IOException {
    return catalog(new Machine(root.resolve("full"), Os.LINUX).withClaudeCode());
  }

  @Override
  protected ToolCatalog catalogOfABareMachine() {
    return catalog(new Machine(root.resolve("bare"), Os.LINUX));
  }

  private static ToolCatalog catalog(Machine machine) {
    return new DefinedToolCatalog(ToolDefinitions.bundled(), machine.paths());
  }
}
