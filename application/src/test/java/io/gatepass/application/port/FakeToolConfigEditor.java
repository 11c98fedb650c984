package io.gatepass.application.port;

import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.failure.ToolConfigUnreadable;
import io.gatepass.domain.tool.ConfiguredTool;
import io.gatepass.domain.tool.DetectedTool;
import io.gatepass.domain.tool.ToolBindings;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolId;
import io.gatepass.domain.undo.UndoRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tools' configurations as one text each: the anthropic base of the connection they were given, and
 * the proxy's origin and key where they hold it. It writes down what it does, and fails to order.
 */
public final class FakeToolConfigEditor implements ToolConfigEditor {
  private static final String MODELS = " with ";

  private final Map<ToolId, String> configurations = new HashMap<>();
  private final Set<ToolId> unreadable = new HashSet<>();
  private final Set<ToolId> unwritable = new HashSet<>();
  private final Set<ToolId> stuck = new HashSet<>();
  private final Set<ToolId> changedByHand = new HashSet<>();
  private final List<String> journal = new ArrayList<>();
  private int records;

  /** Makes the tool's file impossible to parse. */
  public void makeUnreadable(String tool) {
    unreadable.add(new ToolId(tool));
  }

  /** Makes the tool's file impossible to write. */
  public void makeUnwritable(String tool) {
    unwritable.add(new ToolId(tool));
  }

  /** Makes the tool's file impossible to write once it has been committed. */
  public void makeUnwritableAfterCommit(String tool) {
    stuck.add(new ToolId(tool));
  }

  /** Changes a value that setup has written, as the user would. */
  public void changeByHand(String tool) {
    ToolId id = new ToolId(tool);
    changedByHand.add(id);
    configurations.merge(id, "", (before, _) -> before + " changed");
  }

  /** Makes every tool's file as it should be again. */
  public void heal() {
    unreadable.clear();
    unwritable.clear();
    stuck.clear();
  }

  /** The tool's configuration, absent where it was never touched or has been put back. */
  public Optional<String> configuration(String tool) {
    return Optional.ofNullable(configurations.get(new ToolId(tool)));
  }

  /** The models in the tool's configuration. */
  public List<String> models(String tool) {
    return configuration(tool).stream()
        .flatMap(text -> Stream.of(text.split(" ", -1)).dropWhile(word -> !word.equals("with")))
        .skip(1)
        .limit(1)
        .flatMap(names -> Stream.of(names.split(",", -1)))
        .toList();
  }

  /** What was done, in order: "commit claude-code", "roll back claude-code", "revert codex". */
  public List<String> journal() {
    return List.copyOf(journal);
  }

  @Override
  public PreparedEdit prepare(
      DetectedTool tool, ToolBindings bindings, Optional<UndoRecord> earlier) {
    if (unreadable.contains(tool.id())) {
      throw new ToolConfigUnreadable("The file does not parse.", "Correct it.");
    }
    return new Prepared(tool, text(bindings), earlier);
  }

  private static String text(ToolBindings bindings) {
    String base =
        bindings.connection().anthropicBase()
            + (bindings.models().isEmpty() ? "" : MODELS + String.join(",", bindings.models()));
    return bindings
        .localKey()
        .map(key -> base + " by " + bindings.connection().proxy().origin() + " " + key.reveal())
        .orElse(base);
  }

  @Override
  public ToolChange revert(UndoRecord record, UndoLog log) {
    ToolId id = record.tool().id();
    failIfUnwritable(id);
    journal.add("revert " + id);
    log.remove(id);
    if (changedByHand.remove(id)) {
      return new ToolChange.Conflict(
          id, record.tool().files(), List.of("The base address has been changed since."));
    }
    configurations.remove(id);
    return new ToolChange.Reverted(id, record.tool().files());
  }

  @Override
  public List<String> drift(UndoRecord record) {
    ToolId id = record.tool().id();
    if (unreadable.contains(id)) {
      throw new ToolConfigUnreadable("The file does not parse.", "Correct it.");
    }
    return changedByHand.contains(id)
        ? List.of("The base address has been changed since setup.")
        : List.of();
  }

  private void failIfUnwritable(ToolId id) {
    if (unwritable.contains(id)) {
      throw new StorageFailed("The file cannot be written.", "Make it writable.");
    }
  }

  private final class Prepared implements PreparedEdit {
    private final DetectedTool tool;
    private final String text;
    private final Optional<UndoRecord> earlier;
    private final Optional<String> before;
    private Optional<UndoLog> usedLog = Optional.empty();

    Prepared(DetectedTool tool, String text, Optional<UndoRecord> earlier) {
      this.tool = tool;
      this.text = text;
      this.earlier = earlier;
      this.before = Optional.ofNullable(configurations.get(tool.id()));
    }

    @Override
    public boolean changes() {
      return !before.equals(Optional.of(text));
    }

    @Override
    public List<String> notes() {
      return List.of();
    }

    @Override
    public String diff() {
      return changes() ? "-" + before.orElse("") + "\n+" + text + "\n" : "";
    }

    @Override
    public ToolChange commit(UndoLog log) {
      if (!changes()) {
        return new ToolChange.Unchanged(
            tool.id(), tool.mode(), tool.level(), tool.files(), notes());
      }
      failIfUnwritable(tool.id());
      usedLog = Optional.of(log);
      log.store(undo());
      journal.add("commit " + tool.id());
      configurations.put(tool.id(), text);
      return new ToolChange.Applied(tool.id(), tool.mode(), tool.level(), tool.files(), notes());
    }

    @Override
    public void rollBack() {
      usedLog.ifPresent(this::rollBack);
      usedLog = Optional.empty();
    }

    private void rollBack(UndoLog log) {
      if (stuck.contains(tool.id())) {
        throw new StorageFailed("The file cannot be written.", "Make it writable.");
      }
      journal.add("roll back " + tool.id());
      before.ifPresentOrElse(
          old -> configurations.put(tool.id(), old), () -> configurations.remove(tool.id()));
      earlier.ifPresentOrElse(log::store, () -> log.remove(tool.id()));
    }

    private UndoRecord undo() {
      return earlier.orElseGet(() ->
          new UndoRecord(
              new ConfiguredTool(
                  tool.id(), tool.mode(), tool.files(), Instant.ofEpochSecond(++records)),
              List.of()));
    }
  }
}
