import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Server-sent events: the gateway that sends them and the client that receives them are in this
 * process, so both read the same clock. An event is the time at which it was sent.
 */
final class Events implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 2048, InetAddress.getLoopbackAddress());

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Events() throws IOException {
    threads.submit(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private Void accept() throws IOException {
    while (true) {
      Socket socket = server.accept();
      threads.submit(() -> serve(socket));
    }
  }

  /** Serves {@code GET /events/<count>/<milliseconds between two>}, again and again. */
  private Void serve(Socket connection) throws IOException, InterruptedException {
    try (Socket socket = connection) {
      socket.setTcpNoDelay(true);
      BufferedReader in = reader(socket);
      OutputStream out = socket.getOutputStream();
      for (String first = in.readLine(); first != null; first = in.readLine()) {
        for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
          // Nothing in them matters here.
        }
        String[] path = first.split(" ", -1)[1].split("/", -1);
        send(out, Integer.parseInt(path[2]), Integer.parseInt(path[3]));
      }
    }
    return null;
  }

  private static void send(OutputStream out, int events, int gap)
      throws IOException, InterruptedException {
    out.write(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    for (int i = 0; i < events; i++) {
      Thread.sleep(gap);
      String event = "data: %d\n\n".formatted(System.nanoTime());
      out.write(
          "%x\r\n%s\r\n".formatted(event.length(), event).getBytes(StandardCharsets.ISO_8859_1));
    }
    out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The 99th percentile of the events' delays on one stream, in milliseconds. */
  static double delay(Contender contender, int events, int gap) throws IOException {
    long[] delays = receive(contender, events, gap, () -> {});
    Arrays.sort(delays);
    return delays[(int) (delays.length * 0.99)] / 1e6;
  }

  /**
   * Many streams at once.
   *
   * @param completed how many arrived whole
   * @param megabytes the proxy's resident memory while all of them were open
   */
  record Crowd(int completed, double megabytes) {}

  static Crowd crowd(Contender contender, int streams, Duration time)
      throws IOException, InterruptedException, ExecutionException {
    int events = 10;
    CountDownLatch flowing = new CountDownLatch(streams);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<long[]>> all = new ArrayList<>();
      for (int i = 0; i < streams; i++) {
        int gap = (int) time.toMillis() / events;
        all.add(clients.submit(() -> receive(contender, events, gap, flowing::countDown)));
      }
      flowing.await(60, java.util.concurrent.TimeUnit.SECONDS);
      double megabytes = contender.residentMegabytes();
      int completed = 0;
      for (Future<long[]> it : all) {
        completed += arrivedWhole(it, events) ? 1 : 0;
      }
      return new Crowd(completed, Math.max(megabytes, contender.residentMegabytes()));
    }
  }

  private static boolean arrivedWhole(Future<long[]> stream, int events)
      throws InterruptedException {
    try {
      return stream.get().length == events;
    } catch (ExecutionException e) {
      System.err.println("a stream broke: " + e.getCause());
      return false;
    }
  }

  /** Receives a stream; the delays of its events in nanoseconds. */
  private static long[] receive(Contender contender, int events, int gap, Runnable onFirst)
      throws IOException {
    try (Socket socket = contender.connect()) {
      String request =
          "GET /events/%d/%d HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: %s\r\n\r\n";
      socket
          .getOutputStream()
          .write(
              request
                  .formatted(events, gap, contender.port(), contender.authorization())
                  .getBytes(StandardCharsets.ISO_8859_1));
      BufferedReader in = reader(socket);
      long[] delays = new long[events];
      int count = 0;
      while (count < events) {
        String line = in.readLine();
        if (line == null) {
          throw new IOException("the stream ended after " + count + " events");
        }
        if (line.startsWith("data: ")) {
          delays[count++] = System.nanoTime() - Long.parseLong(line.substring(6));
          onFirst(count, onFirst);
        }
      }
      return delays;
    }
  }

  private static void onFirst(int count, Runnable action) {
    if (count == 1) {
      action.run();
    }
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
