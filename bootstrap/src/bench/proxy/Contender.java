import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
 */
record Contender(String name, int port, String authorization, Optional<Process> process)
    implements AutoCloseable {

  /** The direct way. */
  static Contender direct(int port) {
    return new Contender("direct", port, "Bearer " + Lab.TOKEN, Optional.empty());
  }

  /** Starts a proxy and waits until it listens. */
  static Contender start(String name, int port, String authorization, ProcessBuilder command)
      throws IOException, InterruptedException {
    Process process = command.start();
    Contender contender = new Contender(name, port, authorization, Optional.of(process));
    contender.awaitListening();
    return contender;
  }

  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    return socket;
  }

  private void awaitListening() throws IOException, InterruptedException {
    for (int attempt = 0; attempt < 600; attempt++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException e) {
        if (!process.orElseThrow().isAlive()) {
          throw new IOException(name + " ended instead of listening on port " + port, e);
        }
        Thread.sleep(50);
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
