package io.gatepass.adapters.fs.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import io.gatepass.adapters.fs.tool.ToolsGoldenTest.Golden;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.domain.tool.DetectedTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code setup --dry-run} shows of each tool's files, in every format. */
final class DryRunGoldenTest {
  private static final String NO_LINE_BREAK = "\\ No newline at end of file";

  @TempDir private Path root;

  static Stream<Golden> goldens() {
    return ToolsGoldenTest.goldens();
  }

  static Stream<Golden> goldensWithDiff() throws IOException {
    List<Golden> some = new ArrayList<>();
    for (Golden golden : goldens().toList()) {
      if (golden.diff().isPresent()) {
        some.add(golden);
      }
    }
    return some.stream();
  }

  @ParameterizedTest
  @MethodSource("goldensWithDiff")
  void diffIsExactlyThis(Golden golden) throws IOException {
    Machine machine = machine(golden);
    DetectedTool tool = ToolsGoldenTest.install(machine, golden);

    byte[] expected = Golden.at(machine.home(), golden.diff().orElseThrow());
    assertThat(diff(machine, tool, golden)).isEqualTo(new String(expected, UTF_8));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void diffShowsNoKeyAndWritesNothing(Golden golden) throws IOException {
    Machine machine = machine(golden);
    DetectedTool tool = ToolsGoldenTest.install(machine, golden);

    assertThat(diff(machine, tool, golden)).isNotEmpty().doesNotContain(Bindings.LOCAL_KEY);

    ToolsGoldenTest.assertFiles(tool, golden, "before", machine);
    assertThat(machine.state()).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void diffTurnsWhatIsThereIntoWhatSetupWrites(Golden golden) throws Exception {
    Machine machine = machine(golden);
    DetectedTool tool = ToolsGoldenTest.install(machine, golden);

    String diff = diff(machine, tool, golden);

    for (Path file : tool.files().stream().map(Path::of).toList()) {
      Optional<byte[]> before = golden.resource("before", file);
      Optional<byte[]> after = golden.resource("after", file, machine.home());
      if (!Arrays.equals(before.orElse(null), after.orElse(null))) {
        assertThat(withoutCredentials(patched(lines(before), section(diff, file))))
            .isEqualTo(withoutCredentials(lines(after)));
      }
    }
  }

  private Machine machine(Golden golden) {
    return new Machine(root, golden.os()).with("ProgramFiles", root.resolve("Program Files"));
  }

  private static String diff(Machine machine, DetectedTool tool, Golden golden) {
    return machine
        .editor(ToolDefinitions.bundled())
        .prepare(tool, golden.bindings(), Optional.empty())
        .diff();
  }

  /** The part of a diff that is about one file. */
  private static List<String> section(String diff, Path file) {
    List<String> lines =
        Stream.of(diff.split("\n")).filter(line -> !line.equals(NO_LINE_BREAK)).toList();
    int start = lines.indexOf("+++ " + file) - 1;
    assertThat(start).as("%s in %s", file, diff).isNotNegative();
    int end = start + 2;
    while (end < lines.size() && !lines.get(end).startsWith("--- ")) {
      end++;
    }
    return lines.subList(start, end);
  }

  private static List<String> patched(List<String> before, List<String> section)
      throws PatchFailedException {
    // What is redacted in a line that stays would not be found, so it is redacted on both sides.
    return UnifiedDiffUtils.parseUnifiedDiff(withoutCredentials(section))
        .applyTo(withoutCredentials(before));
  }

  private static List<String> withoutCredentials(List<String> lines) {
    return lines.stream()
        .map(line -> line.replaceAll("AIza\\w+|sk-[\\w-]+|" + Bindings.LOCAL_KEY, "[redacted]"))
        .map(line -> line.replaceAll("Bearer \\[redacted]", "[redacted]"))
        .map(line -> line.replaceAll("\"?\\[redacted]\"?", "[redacted]"))
        .toList();
  }

  private static List<String> lines(Optional<byte[]> text) {
    return text.map(bytes -> new String(bytes, UTF_8).split("\n", -1))
        .map(lines -> new ArrayList<>(Arrays.asList(lines)))
        .map(DryRunGoldenTest::withoutEnd)
        .orElse(List.of());
  }

  private static List<String> withoutEnd(List<String> lines) {
    return lines.getLast().isEmpty() ? lines.subList(0, lines.size() - 1) : lines;
  }
}
