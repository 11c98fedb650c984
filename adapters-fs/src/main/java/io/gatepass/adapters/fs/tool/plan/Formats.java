package io.gatepass.adapters.fs.tool.plan;

import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.dotenv.DotenvFormat;
import io.gatepass.adapters.fs.edit.jsonc.JsoncFormat;
import io.gatepass.adapters.fs.edit.script.ScriptFormat;
import io.gatepass.adapters.fs.edit.toml.TomlFormat;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.adapters.fs.text.Utf8;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.failure.ToolConfigUnreadable;
import java.nio.file.Path;
import java.util.List;

/** The formats that can be edited, and files in them. */
public final class Formats {
  private static final List<DocumentFormat> ALL =
      List.of(
          JsoncFormat.jsonc(),
          JsoncFormat.json(),
          new TomlFormat(),
          new DotenvFormat(),
          new ScriptFormat());

  private Formats() {}

  /**
   * The format of that name.
   *
   * @throws StorageFailed if there is none, as in a record that a newer gatepass has written
   */
  public static DocumentFormat named(String name) {
    return ALL.stream()
        .filter(format -> format.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new StorageFailed(
                "This version of gatepass cannot edit files of the format \"" + name + "\".",
                "Use the version that configured the tool."));
  }

  /** Something done to the text of a file that may turn out not to be editable. */
  @FunctionalInterface
  public interface Editing<T> {
    /** Does it. */
    T on(String text) throws UneditableDocument;
  }

  /**
   * Decodes a file and edits it.
   *
   * @param command what to run again when the file has been corrected
   * @throws ToolConfigUnreadable naming file, line and column if it cannot be edited safely
   */
  public static <T> T edit(Path file, byte[] bytes, String command, Editing<T> editing) {
    try {
      return editing.on(Utf8.decode(bytes));
    } catch (UneditableDocument e) {
      throw new ToolConfigUnreadable(
          file + ", " + e.position() + ": " + e.reason() + ".",
          "Correct the file, which has not been changed, and run " + command + " again.",
          e);
    }
  }
}
