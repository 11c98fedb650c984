package io.gatepass.bootstrap.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What changed between two short texts, line by line. */
final class LineDiff {
  private LineDiff() {}

  /** Every line of both: {@code +} where it is new, {@code -} where it is gone. */
  static List<String> of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int[][] common = commonLines(old, now);
    List<String> lines = new ArrayList<>();
    int i = old.size();
    int j = now.size();
    while (i > 0 || j > 0) {
      if (i > 0 && j > 0 && old.get(i - 1).equals(now.get(j - 1))) {
        lines.add("  " + now.get(--j));
        i--;
      } else if (j > 0 && (i == 0 || common[i][j - 1] >= common[i - 1][j])) {
        lines.add("+ " + now.get(--j));
      } else {
        lines.add("- " + old.get(--i));
      }
    }
    Collections.reverse(lines);
    return lines;
  }

  /** How many lines the beginnings of both have in common, by their lengths. */
  private static int[][] commonLines(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = 1; i <= old.size(); i++) {
      for (int j = 1; j <= now.size(); j++) {
        common[i][j] =
            old.get(i - 1).equals(now.get(j - 1))
                ? common[i - 1][j - 1] + 1
                : Math.max(common[i - 1][j], common[i][j - 1]);
      }
    }
    return common;
  }
}
