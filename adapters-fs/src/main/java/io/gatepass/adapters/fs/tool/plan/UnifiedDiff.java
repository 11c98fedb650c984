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

  /** No text that can be edited holds it. */
  private static final char MARK = '\0';

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
    List<String> old = lines(file.format(), file.before().orElse(""));
    List<String> now = lines(file.format(), file.plan().text());
    return UnifiedDiffUtils.generateUnifiedDiff(
            file.before().isPresent() ? name : "/dev/null",
            name,
            old,
            DiffUtils.diff(old, now),
            CONTEXT)
        .stream()
        .map(line -> shown(line) + "\n")
        .collect(Collectors.joining());
  }

  private static String redacted(DocumentFormat format, String text) {
    try {
      return CredentialText.redact(format.redact(text, CredentialText::isKey));
    } catch (UneditableDocument e) {
      throw new IllegalStateException("the planner has parsed this text", e);
    }
  }

  /**
   * The lines as they are, each with what is shown of it behind a mark, so that a credential that
   * is replaced by another one is seen to change. Where that is not line for line the same, only
   * what is shown is compared.
   */
  private static List<String> lines(DocumentFormat format, String text) {
    List<String> shown = lines(redacted(format, text));
    List<String> raw = lines(text);
    if (raw.size() != shown.size()) {
      return shown;
    }
    List<String> both = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      both.add(raw.get(i).replace("\n", "") + MARK + shown.get(i));
    }
    return both;
  }

  private static String shown(String line) {
    int mark = line.lastIndexOf(MARK);
    return mark < 0 ? line : line.charAt(0) + line.substring(mark + 1);
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
