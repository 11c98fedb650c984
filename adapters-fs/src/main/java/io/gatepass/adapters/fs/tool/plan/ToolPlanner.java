package io.gatepass.adapters.fs.tool.plan;

import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.WantedEdit;
import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.tool.definition.ConfigFile;
import io.gatepass.adapters.fs.tool.definition.EditTemplate;
import io.gatepass.adapters.fs.tool.definition.EditTemplate.Condition;
import io.gatepass.adapters.fs.tool.definition.ToolDefinition;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.adapters.fs.tool.detect.PlatformPaths;
import io.gatepass.adapters.fs.tool.override.DefeatingSettings;
import io.gatepass.adapters.fs.tool.override.Registry;
import io.gatepass.adapters.fs.undo.FilePlan;
import io.gatepass.adapters.fs.undo.FilePlanner;
import io.gatepass.adapters.fs.undo.FileState;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.failure.ToolConfigUnreadable;
import io.gatepass.domain.platform.Platform.Os;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ModelTiers;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.undo.FileUndo;
import io.gatepass.domain.undo.UndoRecord;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a tool's files and decides what setup would do to them. Writes nothing. */
public final class ToolPlanner {
  private static final String SETUP = "gatepass setup";

  private final ToolDefinitions definitions;
  private final PlatformPaths paths;
  private final DefeatingSettings defeating;
  private final Path stateDirectory;
  private final InstantSource clock;

  /** Plans for the defined tools. */
  public ToolPlanner(
      ToolDefinitions definitions,
      PlatformPaths paths,
      Registry registry,
      Path stateDirectory,
      InstantSource clock) {
    this.definitions = definitions;
    this.paths = paths;
    this.defeating = new DefeatingSettings(paths, registry, Formats::named);
    this.stateDirectory = stateDirectory;
    this.clock = clock;
  }

  /**
   * Decides.
   *
   * @param earlier the record of an earlier setup
   * @throws ToolConfigUnreadable if a file cannot be edited safely
   * @throws StorageFailed if a file cannot be read
   */
  public ToolPlan plan(DetectedTool tool, ToolBindings bindings, Optional<UndoRecord> earlier) {
    ToolDefinition definition = definitions.find(tool.id()).orElseThrow();
    Connection connection = bindings.connection();
    ModelTiers tiers = ModelTiers.of(connection.anthropic(), definition.bedrockModels());
    Os os = paths.platform().os();
    List<ConfigFile> own = definition.files(os);
    TemplateValues values = TemplateValues.of(bindings, tiers, os).with(script(own, tool));
    List<PlannedFile> files = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      ConfigFile file = own.get(i);
      String name = tool.files().get(i);
      List<WantedEdit> wanted = wanted(file, bindings, values);
      if (!wanted.isEmpty() || files(earlier).anyMatch(it -> it.file().equals(name))) {
        files.add(plan(name, file, wanted, earlier));
      }
    }
    List<String> notes = new ArrayList<>();
    if (!definition.bedrockModels().isEmpty()) {
      notes.addAll(tiers.warnings());
    }
    notes.addAll(
        new ToolNotes(definition, defeating, stateDirectory)
            .of(files, condition -> holds(condition, bindings)));
    return new ToolPlan(
        files,
        record(tool, files, FilePlan::pending, earlier),
        record(tool, files, FilePlan::settled, earlier),
        notes);
  }

  /** The program among a tool's files, for the others to name. */
  private static Map<String, String> script(List<ConfigFile> files, DetectedTool tool) {
    Map<String, String> script = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      if (Formats.named(files.get(i).format()).isProgram()) {
        script.put("helperScript", tool.files().get(i));
      }
    }
    return script;
  }

  private static PlannedFile plan(
      String name, ConfigFile file, List<WantedEdit> wanted, Optional<UndoRecord> earlier) {
    DocumentFormat format = Formats.named(file.format());
    Path path = Path.of(name);
    AtomicFile target = format.isProgram() ? AtomicFile.program(path) : new AtomicFile(path);
    Optional<byte[]> seen = target.read();
    List<String> missing = target.missingDirectories().stream().map(Path::toString).toList();
    Optional<FileUndo> undo = files(earlier).filter(it -> it.file().equals(name)).findFirst();
    FilePlanner planner = new FilePlanner(format);
    return Formats.edit(
        target.path(),
        seen.orElse(new byte[0]),
        SETUP,
        text -> {
          Optional<String> before = seen.map(_ -> text);
          FileState state = new FileState(name, before, missing);
          return new PlannedFile(target, format, before, planner.plan(state, wanted, undo));
        });
  }

  private static List<WantedEdit> wanted(
      ConfigFile file, ToolBindings bindings, TemplateValues values) {
    return file.edits().stream()
        .filter(edit -> holds(edit.when(), bindings))
        .map(edit -> wanted(edit, values))
        .toList();
  }

  private static WantedEdit wanted(EditTemplate edit, TemplateValues values) {
    return new WantedEdit(edit.at(), values.fill(edit.value()));
  }

  private static boolean holds(Condition condition, ToolBindings bindings) {
    Connection connection = bindings.connection();
    return switch (condition) {
      case ALWAYS -> true;
      case TLS_SKIP_VERIFY -> connection.tls().skipVerify();
      case CA_FILE -> connection.tls().caFile().isPresent();
      case MODELS -> !bindings.models().isEmpty();
      case BEDROCK -> connection.anthropic().bedrock();
    };
  }

  // A file that an earlier setup edited and this one does not, because the tool's directory has
  // moved,
  // is still to be undone.
  private UndoRecord record(
      DetectedTool tool,
      List<PlannedFile> files,
      Function<FilePlan, FileUndo> undo,
      Optional<UndoRecord> earlier) {
    List<FileUndo> others = files(earlier).filter(it -> !tool.files().contains(it.file())).toList();
    // What is written last names the rest, so it is taken back first.
    List<FileUndo> all = new ArrayList<>(files.stream().map(it -> undo.apply(it.plan())).toList());
    List<FileUndo> backwards = new ArrayList<>(all.reversed());
    all.addAll(others);
    backwards.addAll(others);
    ConfiguredTool configured =
        new ConfiguredTool(
            tool.id(),
            tool.mode(),
            all.stream().map(FileUndo::file).toList(),
            earlier.map(it -> it.tool().since()).orElseGet(clock::instant));
    return new UndoRecord(configured, backwards);
  }

  private static Stream<FileUndo> files(Optional<UndoRecord> record) {
    return record.stream().flatMap(it -> it.files().stream());
  }
}
