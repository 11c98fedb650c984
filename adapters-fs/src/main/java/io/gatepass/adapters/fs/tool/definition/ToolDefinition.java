package io.gatepass.adapters.fs.tool.definition;

import io.gatepass.adapters.fs.tool.definition.EditTemplate.Condition;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.tool.DetectedTool.Models;
import io.gatepass.domain.tool.DetectedTool.Wants;
import io.gatepass.domain.tool.ModelTiers.Tier;
import io.gatepass.domain.tool.SupportLevel;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.tool.ToolMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What gatepass knows of a tool; tools.md, "A tool is data".
 *
 * @param id its id
 * @param displayName its name as its vendor writes it
 * @param mode how it gets its key
 * @param level how sure we are of it
 * @param skipped why setup leaves it alone unless it is named; present for the legacy level
 * @param directory its own directory: where its files are, and half of its detection
 * @param binaries its programs, any of which is the other half
 * @param applications where it is installed as an application; any of them stands for a program
 * @param files the files to edit, in the order in which they are written
 * @param bedrockModels the models to name for a tier where the user names none
 * @param overrides what defeats the edits
 * @param notes what to tell when the tool is configured
 */
public record ToolDefinition(
    ToolId id,
    String displayName,
    ToolMode mode,
    SupportLevel level,
    Optional<String> skipped,
    Directory directory,
    List<Binary> binaries,
    PathTemplates applications,
    List<ConfigFile> files,
    Map<Tier, String> bedrockModels,
    Overrides overrides,
    List<Note> notes) {
  /** Copies the collections. */
  public ToolDefinition {
    if (level == SupportLevel.LEGACY && skipped.isEmpty()) {
      throw new IllegalArgumentException(
          "skipped is missing; a tool of the level legacy must say why setup leaves it alone");
    }
    binaries = List.copyOf(binaries);
    files = List.copyOf(files);
    bedrockModels = Map.copyOf(bedrockModels);
    notes = List.copyOf(notes);
  }

  /** Its files on a system. */
  public List<ConfigFile> files(Os os) {
    return files.stream()
        .filter(file -> file.systems().isEmpty() || file.systems().contains(os))
        .toList();
  }

  /** What setup has to find out to make its edits. */
  public Wants wants() {
    boolean anthropicBase =
        files.stream()
            .flatMap(file -> file.edits().stream())
            .anyMatch(edit -> edit.names("anthropicBase"));
    return new Wants(models(), anthropicBase, !bedrockModels.isEmpty());
  }

  private Models models() {
    List<Condition> conditions =
        files.stream().flatMap(file -> file.edits().stream()).map(EditTemplate::when).toList();
    if (!conditions.contains(Condition.MODELS)) {
      return Models.UNUSED;
    }
    boolean nothingElse = conditions.stream().allMatch(Condition.MODELS::equals);
    return nothingElse ? Models.REQUIRED : Models.OPTIONAL;
  }

  /**
   * A tool's own directory.
   *
   * @param variable the environment variable that names it; the path counts where it is not set
   * @param below the directory below the one that the variable names, where it is not that itself
   * @param path where it is by default
   * @param made whether setup makes it: then the tool counts as installed without it
   */
  public record Directory(
      Optional<String> variable, Optional<String> below, PathTemplates path, boolean made) {}

  /**
   * What to tell when a tool is configured.
   *
   * @param text a whole sentence
   * @param when on which condition
   */
  public record Note(String text, Condition when) {}

  /**
   * A tool's program.
   *
   * @param name its name, without {@code .exe}
   * @param places where its own installer puts it, besides the usual places
   */
  public record Binary(String name, List<PathTemplates> places) {
    /** Copies the list. */
    public Binary {
      places = List.copyOf(places);
    }
  }
}
