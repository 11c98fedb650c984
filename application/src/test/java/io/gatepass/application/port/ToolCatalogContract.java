package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.SupportLevel;
import io.gatepass.domain.tool.ToolId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ToolCatalog} does. Each test starts with some tools installed, but not all. */
public abstract class ToolCatalogContract {
  /** The catalog under test. */
  protected abstract ToolCatalog catalog();

  @Test
  protected void everyToolIsKnownOnce() {
    assertThat(catalog().known()).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  protected void installedToolsAreKnownOnesInTheSameOrder() {
    List<ToolId> detected = catalog().detect().stream().map(DetectedTool::id).toList();

    assertThat(detected).isNotEmpty().doesNotHaveDuplicates();
    assertThat(catalog().known()).containsSubsequence(detected);
  }

  @Test
  protected void toolThatIsNotInstalledIsKnownAllTheSame() {
    assertThat(catalog().known()).hasSizeGreaterThan(catalog().detect().size());
  }

  @Test
  protected void detectedToolIsNamedAndSaysWhichFilesItReads() {
    assertThat(catalog().detect())
        .allSatisfy(tool -> {
          assertThat(tool.displayName()).isNotBlank();
          assertThat(tool.files())
              .isNotEmpty()
              .doesNotHaveDuplicates()
              .allSatisfy(file -> assertThat(file).matches("(/|[A-Za-z]:[\\\\/]).*"));
        });
  }

  @Test
  protected void toolThatNoLongerReadsWhatWeWriteIsLeftAloneForAReason() {
    assertThat(catalog().detect())
        .filteredOn(tool -> tool.level() == SupportLevel.LEGACY)
        .allSatisfy(tool -> assertThat(tool.skipped()).isPresent());
    assertThat(catalog().detect())
        .allSatisfy(tool -> assertThat(tool.skipped().orElse("a reason")).isNotBlank());
  }
}
