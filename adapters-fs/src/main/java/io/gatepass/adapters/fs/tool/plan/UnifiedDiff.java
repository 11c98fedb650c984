package io.gatepass.adapters.fs.tool.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.gatepass.adapters.fs.edit.DocumentFormat;
import io.gatepass.adapters.fs.text.UneditableDocument;
import io.gatepass.adapters.fs.undo.CredentialText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan as {@code diff -u} prints it, with credentials redacted. For people; not to be applied.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_LINE_BREAK = "\n\\ No newline at end of file";

  private UnifiedDiff() {}

  /** The differences of all files that would change; empty where none would. */
  public static String of(ToolPlan plan) {
    return plan.files().stream()
        .filter(PlannedFile::changes)
        .map(UnifiedDiff::of)
        .collect(Collectors.joining());
  }

  private static String of(PlannedFile file) {
    String name = file.file().path().toString();
    List<String> old = lines(redacted(file.format(), file.before().orElse("")));
    List<String> now = lines(redacted(file.format(), file.plan().text()));
    return UnifiedDiffUtils.generateUnifiedDiff(
            file.before().isPresent() ? name : "/dev/null",
            name,
            old,
            DiffUtils.diff(old, now),
            CONTEXT)
        .stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  private static String redacted(DocumentFormat format, String text) {
    try {
      return CredentialText.redact(format.redact(text, CredentialText::isKey));
    } catch (UneditableDocument e) {
      throw new IllegalStateException("the planner has parsed this text", e);
    }
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    String afterLastBreak = lines.removeLast();
    if (!afterLastBreak.isEmpty()) {
      lines.add(afterLastBreak + NO_LINE_BREAK);
    }
    return lines;
  }
}
