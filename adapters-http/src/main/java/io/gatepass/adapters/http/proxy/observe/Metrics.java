package io.gatepass.adapters.http.proxy.observe;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What the proxy counts, as OpenMetrics text; no path, no key, nobody's name. */
final class Metrics {
  /** The media type of {@link #text}. */
  static final String MEDIA_TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final Map<Integer, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final LongAdder bytes = new LongAdder();
  private final LongAdder milliseconds = new LongAdder();
  private final AtomicInteger inFlight = new AtomicInteger();

  void begin() {
    inFlight.incrementAndGet();
  }

  void end(AccessLog.Entry entry) {
    inFlight.decrementAndGet();
    requests.computeIfAbsent(entry.status(), _ -> new LongAdder()).increment();
    bytes.add(entry.bytes());
    milliseconds.add(entry.milliseconds());
  }

  int inFlight() {
    return inFlight.get();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    describe(text, "gatepass_proxy_requests", "counter", "Requests that are over, by status.");
    requests.forEach((status, count) ->
        text.append("gatepass_proxy_requests_total{code=\"")
            .append(status)
            .append("\"} ")
            .append(count.sum())
            .append('\n'));
    describe(text, "gatepass_proxy_requests_in_flight", "gauge", "Requests under way.");
    text.append("gatepass_proxy_requests_in_flight ").append(inFlight.get()).append('\n');
    describe(text, "gatepass_proxy_response_bytes", "counter", "Bytes of answers' bodies.");
    text.append("gatepass_proxy_response_bytes_total ").append(bytes.sum()).append('\n');
    describe(text, "gatepass_proxy_request_seconds", "summary", "How long requests took.");
    long count = requests.values().stream().mapToLong(LongAdder::sum).sum();
    text.append("gatepass_proxy_request_seconds_count ").append(count).append('\n');
    text.append("gatepass_proxy_request_seconds_sum ")
        .append(milliseconds.sum() / 1000.0)
        .append('\n');
    return text.append("# EOF\n").toString();
  }

  private static void describe(StringBuilder text, String name, String type, String help) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
  }
}
