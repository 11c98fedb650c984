package io.gatepass.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class LineDiffTest {
  @Test
  void newLinesAndGoneLinesAreMarkedAndTheOthersStay() {
    assertThat(LineDiff.of("{\n  \"a\": 1\n}\n", "{\n  \"a\": 1,\n  \"b\": 2\n}\n"))
        .containsExactly("  {", "-   \"a\": 1", "+   \"a\": 1,", "+   \"b\": 2", "  }");
  }

  @Test
  void textThatIsNewIsNewInEveryLine() {
    assertThat(LineDiff.of("", "a\nb")).containsExactly("+ a", "+ b");
  }

  @Property(tries = 200)
  void bothTextsCanBeReadFromTheDiff(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 12) String old,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 12) String now) {
    // Given
    String before = String.join("\n", old.split(""));
    String after = String.join("\n", now.split(""));

    // When
    List<String> diff = LineDiff.of(before, after);

    // Then
    assertThat(side(diff, "+")).isEqualTo(before.lines().toList());
    assertThat(side(diff, "-")).isEqualTo(after.lines().toList());
  }

  private static List<String> side(List<String> diff, String without) {
    return diff.stream()
        .filter(line -> !line.startsWith(without))
        .map(line -> line.substring(2))
        .toList();
  }
}
