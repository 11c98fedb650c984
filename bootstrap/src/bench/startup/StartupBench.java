import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Times whole processes in turn, {@code java StartupBench.java IMAGE ROUNDS}, and prints medians,
 * the ratios to gh and to a Java hello-world, and what is aimed at.
 */
final class StartupBench {
  /** The first runs fill the page cache and, in gatepass's case, the issuer's metadata. */
  private static final int WARM_UP = 2;

  private StartupBench() {}

  public static void main(String[] args) throws Exception {
    try (var lab = new Lab(Path.of(args[0]).toRealPath())) {
      var contenders = lab.contenders();
      print(contenders, measure(contenders, Integer.parseInt(args[1])));
    }
  }

  private static double[][] measure(List<Contender> contenders, int rounds) throws Exception {
    var times = new double[contenders.size()][rounds];
    for (int round = -WARM_UP; round < rounds; round++) {
      for (int i = 0; i < times.length; i++) {
        var took = contenders.get(i).milliseconds();
        if (round >= 0) {
          times[i][round] = took;
        }
      }
    }
    return times;
  }

  /** The first two contenders are the peers. */
  private static void print(List<Contender> contenders, double[][] times) {
    var gh = median(times[0]);
    var hello = median(times[1]);
    System.out.printf(
        "%-30s %10s %8s %15s  %s%n", "", "median ms", "to gh", "to hello-world", "aim");
    for (int i = 0; i < times.length; i++) {
      var it = contenders.get(i);
      var median = median(times[i]);
      System.out.printf(
          "%-30s %10.1f %8.2f %15.2f  %s%n",
          it.name(), median, median / gh, median / hello, it.aim());
    }
  }

  private static double median(double[] values) {
    var sorted = Arrays.stream(values).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
