import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the loopback proxy against nginx and Caddy, in turn within one run, and prints a table
 * of medians: {@code ProxyBench GATEPASS [ROUNDS]}. The machine should be idle.
 */
final class ProxyBench {
  private static final Duration WARM_UP = Duration.ofSeconds(6);
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final int CONNECTIONS = 16;
  private static final int STREAMS = 1000;

  private final int rounds;
  private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

  private ProxyBench(int rounds) {
    this.rounds = rounds;
  }

  public static void main(String[] args) throws Exception {
    ProxyBench bench = new ProxyBench(args.length > 1 ? Integer.parseInt(args[1]) : 7);
    bench.posts(args[0]);
    bench.streams(args[0]);
    bench.print();
  }

  private void posts(String gatepass) throws Exception {
    try (Lab lab = new Lab(gatepass)) {
      int gateway = lab.gateway();
      List<Contender> all =
          List.of(
              Contender.direct(gateway),
              lab.nginx(gateway),
              lab.caddy(gateway),
              lab.gatepass(gateway));
      for (Contender it : all) {
        Load.throughput(it, 1, Duration.ofMillis(200));
      }
      Thread.sleep(IDLE);
      for (Contender it : all.subList(1, all.size())) {
        note("start to first answer, ms", it, it.milliseconds());
        note("RSS, idle for 10 s, MB", it, it.residentMegabytes());
      }
      for (Contender it : all) {
        Load.throughput(it, CONNECTIONS, WARM_UP);
        Load.medianLatency(it, WARM_UP);
      }
      for (int round = 0; round < rounds; round++) {
        for (Contender it : all) {
          note("POST of 2 KiB, median µs", it, Load.medianLatency(it, ROUND));
        }
        for (Contender it : all) {
          note("requests/s, 16 connections", it, Load.throughput(it, CONNECTIONS, ROUND));
        }
      }
    }
  }

  private void streams(String gatepass) throws Exception {
    try (Events gateway = new Events();
        Lab lab = new Lab(gatepass)) {
      List<Contender> all =
          List.of(
              Contender.direct(gateway.port()),
              lab.nginx(gateway.port()),
              lab.caddy(gateway.port()),
              lab.gatepass(gateway.port()));
      for (Contender it : all) {
        Events.delay(it, 500, 2);
      }
      for (int round = 0; round < rounds; round++) {
        for (Contender it : all) {
          note("SSE event delay, p99 of 1,000, ms", it, Events.delay(it, 1000, 2));
        }
      }
      for (Contender it : all.subList(1, all.size())) {
        Events.Crowd crowd = Events.crowd(it, STREAMS, Duration.ofSeconds(15));
        note("1,000 SSE streams: completed", it, crowd.completed());
        note("1,000 SSE streams: RSS, MB", it, crowd.megabytes());
      }
    }
  }

  private void note(String figure, Contender contender, double value) {
    figures
        .computeIfAbsent(figure, _ -> new LinkedHashMap<>())
        .computeIfAbsent(contender.name(), _ -> new ArrayList<>())
        .add(value);
  }

  private void print() {
    System.out.printf(
        "| %-35s | %9s | %9s | %9s | %9s |%n", "", "direct", "nginx", "caddy", "gatepass");
    System.out.println("|---|--:|--:|--:|--:|");
    figures.forEach((figure, row) ->
        System.out.printf(
            "| %-35s | %9s | %9s | %9s | %9s |%n",
            figure,
            cell(row, "direct"),
            cell(row, "nginx"),
            cell(row, "caddy"),
            cell(row, "gatepass")));
    Map<String, List<Double>> latency = figures.get("POST of 2 KiB, median µs");
    double nginx = added(latency, "nginx");
    double caddy = added(latency, "caddy");
    double gatepass = added(latency, "gatepass");
    System.out.printf(
        "%nadded latency: nginx %.0f µs, caddy %.0f µs, gatepass %.0f µs"
            + " (%.2f × nginx, limit 1.25; %.2f × caddy, limit 0.50)%n",
        nginx, caddy, gatepass, gatepass / nginx, gatepass / caddy);
    Map<String, List<Double>> speed = figures.get("requests/s, 16 connections");
    System.out.printf(
        "requests/s: %.2f × nginx (limit 0.50), %.2f × caddy (limit 2.00)%n",
        ratio(speed, "gatepass", "nginx"), ratio(speed, "gatepass", "caddy"));
  }

  private static String cell(Map<String, List<Double>> row, String name) {
    return row.containsKey(name) ? format(median(row.get(name))) : "–";
  }

  private static String format(double value) {
    return value >= 100 ? "%.0f".formatted(value) : "%.2f".formatted(value);
  }

  /** The median, over the rounds, of what a proxy adds to the direct way in the same round. */
  private static double added(Map<String, List<Double>> row, String name) {
    List<Double> added = new ArrayList<>();
    for (int round = 0; round < row.get(name).size(); round++) {
      added.add(row.get(name).get(round) - row.get("direct").get(round));
    }
    return median(added);
  }

  private static double ratio(Map<String, List<Double>> row, String one, String other) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < row.get(one).size(); round++) {
      ratios.add(row.get(one).get(round) / row.get(other).get(round));
    }
    return median(ratios);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
