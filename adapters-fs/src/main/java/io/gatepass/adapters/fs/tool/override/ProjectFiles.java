package io.gatepass.adapters.fs.tool.override;

import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.edit.Pointer;
import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.adapters.fs.text.Utf8;
import io.gatepass.adapters.fs.tool.definition.Overrides.ProjectFile;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The files of the project in whose folder setup is run. A tool looks for them in that folder and
 * above it; in the home directory they are the user's and no project's.
 */
final class ProjectFiles {
  private final Platform platform;
  private final Function<String, DocumentFormat> formats;

  ProjectFiles(Platform platform, Function<String, DocumentFormat> formats) {
    this.platform = platform;
    this.formats = formats;
  }

  /** What there is to say of them: one sentence each. */
  List<String> notes(List<ProjectFile> project) {
    List<String> notes = new ArrayList<>();
    for (Path folder : folders()) {
      project.forEach(it -> note(folder, it).ifPresent(notes::add));
    }
    return notes;
  }

  private List<Path> folders() {
    Path home = Path.of(platform.home());
    List<Path> folders = new ArrayList<>();
    Path folder = platform.workFolder().map(Path::of).orElse(home);
    while (folder != null && !folder.equals(home)) {
      folders.add(folder);
      folder = folder.getParent();
    }
    return folders;
  }

  private Optional<String> note(Path folder, ProjectFile project) {
    Path file = folder.resolve(project.path());
    return text(file).flatMap(text -> note(file, text, project));
  }

  private Optional<String> note(Path file, String text, ProjectFile project) {
    if (project.at().isEmpty()) {
      return Optional.of("%s is there: %s.".formatted(file, project.effect()));
    }
    EditedDocument document = new EditedDocument(file, formats.apply(project.format()), text);
    List<String> set =
        project.at().stream().filter(document::sets).map(ProjectFiles::words).toList();
    return set.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s sets %s: %s.".formatted(file, String.join(" and ", set), project.effect()));
  }

  private static Optional<String> text(Path file) {
    try {
      Optional<byte[]> bytes = new AtomicFile(file).read();
      return bytes.isPresent() ? Optional.of(Utf8.decode(bytes.get())) : Optional.empty();
    } catch (StorageFailed | UneditableDocument e) {
      return Optional.empty(); // what we cannot read the tool cannot read either
    }
  }

  private static String words(Pointer at) {
    return String.join(".", at.keys());
  }
}
