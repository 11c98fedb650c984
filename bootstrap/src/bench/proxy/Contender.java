import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is measured: a proxy in a process of its own, or the way to the gateway without one.
 *
 * @param name its name in the table
 * @param port where it listens, on 127.0.0.1
 * @param authorization what a client sends to it
 * @param process the proxy; none for the direct way
 * @param milliseconds how long it took from its start to its first answer
 */
record Contender(
    String name, int port, String authorization, Optional<Process> process, double milliseconds)
    implements AutoCloseable {

  /** The direct way. */
  static Contender direct(int port) {
    return new Contender("direct", port, "Bearer " + Lab.TOKEN, Optional.empty(), 0);
  }

  /** Starts a proxy and waits for its first answer. */
  static Contender start(String name, int port, String authorization, ProcessBuilder command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = command.start();
    Contender contender = new Contender(name, port, authorization, Optional.of(process), 0);
    contender.awaitAnswer();
    double milliseconds = (System.nanoTime() - start) / 1e6;
    return new Contender(name, port, authorization, Optional.of(process), milliseconds);
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    return socket;
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 6000; attempt++) {
      try {
        Load.once(this);
        return;
      } catch (ConnectException e) {
        if (!process.orElseThrow().isAlive()) {
          throw new IOException(name + " ended instead of listening on port " + port, e);
        }
        Thread.sleep(5);
      }
    }
    throw new IOException(name + " does not listen on port " + port);
  }

  /** Resident memory of the process and its children, in MB. */
  double residentMegabytes() throws IOException {
    long kilobytes = 0;
    Process root = process.orElseThrow();
    for (ProcessHandle it :
        Stream.concat(Stream.of(root.toHandle()), root.descendants()).toList()) {
      kilobytes += resident(it.pid());
    }
    return kilobytes / 1024.0;
  }

  private static long resident(long pid) throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc/" + pid + "/status"));
    return status.stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }

  @Override
  public void close() {
    process.ifPresent(it -> {
      it.destroy();
      it.onExit().join();
    });
  }
}
