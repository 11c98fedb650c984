package io.gatepass.adapters.fs.undo;

import java.util.List;
import java.util.Optional;

/**
 * A file as setup finds it.
 *
 * @param file its name, absolute, as the tool uses it
 * @param text its text; absent where it does not exist
 * @param missingDirectories the directories that writing it would have to make, outermost first
 */
public record FileState(String file, Optional<String> text, List<String> missingDirectories) {
  /** Copies the list. */
  public FileState {
    missingDirectories = List.copyOf(missingDirectories);
  }
}
