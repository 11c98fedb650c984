import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Posts 2 KiB over connections that stay open, one request at a time on each. */
final class Load {
  private static final int BODY = 2048;

  private Load() {}

  /** One request, which every gateway here answers. */
  static void once(Contender contender) throws IOException {
    try (Client client = new Client(contender)) {
      client.get("/events/0/0");
    }
  }

  /** The median time of a request on one connection, in microseconds. */
  static double medianLatency(Contender contender, Duration time) throws IOException {
    long[] samples = new long[1_000_000];
    int count = 0;
    try (Client client = new Client(contender)) {
      long end = System.nanoTime() + time.toNanos();
      for (long now = System.nanoTime(); now < end && count < samples.length; count++) {
        client.post();
        long after = System.nanoTime();
        samples[count] = after - now;
        now = after;
      }
    }
    Arrays.sort(samples, 0, count);
    return samples[count / 2] / 1000.0;
  }

  /** Requests a second over so many connections. */
  static double throughput(Contender contender, int connections, Duration time)
      throws IOException, InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      long start = System.nanoTime();
      long end = start + time.toNanos();
      List<Future<Integer>> clients = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        clients.add(threads.submit(() -> postUntil(contender, end)));
      }
      long requests = 0;
      for (Future<Integer> it : clients) {
        requests += it.get();
      }
      return requests * 1e9 / (System.nanoTime() - start);
    }
  }

  private static int postUntil(Contender contender, long end) throws IOException {
    int requests = 0;
    try (Client client = new Client(contender)) {
      while (System.nanoTime() < end) {
        client.post();
        requests++;
      }
    }
    return requests;
  }

  /** One connection. */
  private static final class Client implements AutoCloseable {
    private final Contender contender;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] request;
    private final byte[] body = new byte[64 * 1024];

    Client(Contender contender) throws IOException {
      this.contender = contender;
      socket = contender.connect();
      in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
      out = socket.getOutputStream();
      String head =
          "POST /v1/messages HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: %s\r\n"
              + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n";
      request =
          (head.formatted(contender.port(), contender.authorization(), BODY) + "x".repeat(BODY))
              .getBytes(StandardCharsets.ISO_8859_1);
    }

    void get(String path) throws IOException {
      String head = "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: %s\r\n\r\n";
      out.write(
          head.formatted(path, contender.port(), contender.authorization())
              .getBytes(StandardCharsets.ISO_8859_1));
      awaitSuccess();
    }

    private void awaitSuccess() throws IOException {
      String status = line();
      if (!status.contains(" 200")) {
        throw new IOException("not 200 but " + status);
      }
    }

    void post() throws IOException {
      out.write(request);
      awaitSuccess();
      int length = 0;
      for (String header = line(); !header.isEmpty(); header = line()) {
        if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
          length = Integer.parseInt(header.substring(15).strip());
        }
      }
      if (in.readNBytes(body, 0, length) != length) {
        throw new EOFException();
      }
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder(80);
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new EOFException("the connection was closed");
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
