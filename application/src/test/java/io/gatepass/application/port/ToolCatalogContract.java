package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.SupportLevel;
import io.gatepass.domain.tool.ToolId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link ToolCatalog} does. */
public abstract class ToolCatalogContract {
  /** The catalog under test, on a machine where tools are installed. */
  protected abstract ToolCatalog catalog() throws Exception;

  /** The same catalog on a machine where no tool is installed. */
  protected abstract ToolCatalog catalogOfABareMachine() throws Exception;

  @Test
  protected void everyToolIsKnownOnce() throws Exception {
    assertThat(catalog().known()).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  protected void installedToolsAreKnownOnesInTheSameOrder() throws Exception {
    List<ToolId> detected = catalog().detect().stream().map(DetectedTool::id).toList();

    assertThat(detected).isNotEmpty().doesNotHaveDuplicates();
    assertThat(catalog().known()).containsSubsequence(detected);
  }

  @Test
  protected void toolThatIsNotInstalledIsKnownAllTheSame() throws Exception {
    assertThat(catalogOfABareMachine().detect()).isEmpty();
    assertThat(catalogOfABareMachine().known()).isEqualTo(catalog().known());
  }

  @Test
  protected void everyKnownToolIsDescribedInTheSameOrder() throws Exception {
    assertThat(catalog().describe())
        .extracting(ToolCatalog.Description::id)
        .isEqualTo(catalog().known());
    assertThat(catalog().describe())
        .filteredOn(ToolCatalog.Description::installed)
        .extracting(ToolCatalog.Description::id)
        .isEqualTo(catalog().detect().stream().map(DetectedTool::id).toList());
    assertThat(catalogOfABareMachine().describe())
        .noneMatch(ToolCatalog.Description::installed)
        .allSatisfy(tool -> assertThat(tool.displayName()).isNotBlank());
  }

  @Test
  protected void detectedToolIsNamedAndSaysWhichFilesItReads() throws Exception {
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
  protected void toolThatNoLongerReadsWhatWeWriteIsLeftAloneForAReason() throws Exception {
    assertThat(catalog().detect())
        .filteredOn(tool -> tool.level() == SupportLevel.LEGACY)
        .allSatisfy(tool -> assertThat(tool.skipped()).isPresent());
    assertThat(catalog().detect())
        .allSatisfy(tool -> assertThat(tool.skipped().orElse("a reason")).isNotBlank());
  }
}
