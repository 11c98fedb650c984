package io.gatepass.adapters.fs.tool.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.gatepass.adapters.fs.tool.Machine;
import io.gatepass.adapters.fs.tool.detect.DefinedToolCatalog;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes where a tool definition of the user's should be. */
final class DefinitionFuzzTest {
  private static final ToolDefinitions BUNDLED = ToolDefinitions.bundled();

  @TempDir private Path directory;

  @FuzzTest
  void areWarnedOfOrAToolThatCanBeLookedFor(byte[] file) throws IOException {
    Files.write(directory.resolve("acme.json"), file);
    List<String> warnings = new ArrayList<>();
    ToolDefinitions all = new UserDefinitions(directory, warnings::add).over(BUNDLED);
    assertThat(warnings).hasSizeLessThanOrEqualTo(1);
    for (Os os : Os.values()) {
      var catalog = new DefinedToolCatalog(all, new Machine(directory, os).paths());
      assertThat(catalog.describe()).hasSameSizeAs(all.definitions());
    }
  }
}
