import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts the gateway and the proxies, each with the same work: pass on, set the token. */
final class Lab implements AutoCloseable {
  static final String TOKEN = "bench-token";

  private final Path folder = Files.createTempDirectory("gatepass-bench");
  private final String gatepass;
  private final List<AutoCloseable> running = new ArrayList<>();

  Lab(String gatepass) throws IOException {
    this.gatepass = gatepass;
  }

  /** An nginx that answers every request by itself: faster than what is measured. */
  int gateway() throws IOException, InterruptedException {
    int port = freePort();
    started(nginx("gateway", port, "location / { return 200 'a short answer'; }", ""));
    return port;
  }

  Contender nginx(int upstream) throws IOException, InterruptedException {
    String location =
        """
        location / {
          proxy_pass http://gateway;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Authorization "Bearer %s";
          proxy_buffering off;
          proxy_read_timeout 120s;
        }
        """
            .formatted(TOKEN);
    String pool =
        "upstream gateway { server 127.0.0.1:%d; keepalive 1024; keepalive_requests 100000000; }"
            .formatted(upstream);
    return started(nginx("nginx", freePort(), location, pool));
  }

  Contender caddy(int upstream) throws IOException, InterruptedException {
    int port = freePort();
    Path file = folder.resolve("Caddyfile");
    Files.writeString(
        file,
        """
        {
          admin off
          auto_https off
        }
        http://127.0.0.1:%d {
          bind 127.0.0.1
          reverse_proxy 127.0.0.1:%d {
            header_up Authorization "Bearer %s"
            flush_interval -1
            transport http {
              keepalive_idle_conns_per_host 1024
            }
          }
        }
        """
            .formatted(port, upstream, TOKEN));
    ProcessBuilder command =
        quiet(new ProcessBuilder("caddy", "run", "--config", file + "", "--adapter", "caddyfile"));
    command.environment().put("HOME", folder.toString());
    return started(Contender.start("caddy", port, "Bearer anything", command));
  }

  /** The built image in a home of its own, with a token from the environment. */
  Contender gatepass(int upstream) throws IOException, InterruptedException {
    int port = freePort();
    Path home = Files.createDirectories(folder.resolve("home-" + port));
    Path tools = Files.createDirectories(home.resolve(".config/gatepass/tools.d"));
    Files.createDirectories(home.resolve(".bench"));
    Files.writeString(tools.resolve("bench.json"), Resources.TOOL);
    Process setup =
        inHome(
                home,
                new ProcessBuilder(
                    gatepass,
                    "setup",
                    "--lazy",
                    "--client",
                    "bench",
                    "--gateway-url",
                    "http://127.0.0.1:" + upstream,
                    "--issuer",
                    "http://127.0.0.1:" + upstream,
                    "--client-id",
                    "bench",
                    "--proxy-port",
                    "" + port))
            .redirectErrorStream(true)
            .start();
    String said = new String(setup.getInputStream().readAllBytes());
    if (setup.waitFor() != 0) {
      throw new IOException("gatepass setup failed: " + said);
    }
    ProcessBuilder start = quiet(inHome(home, new ProcessBuilder(gatepass, "proxy", "start")));
    return started(Contender.start("gatepass", port, "Bearer " + localKey(home), start));
  }

  private static ProcessBuilder inHome(Path home, ProcessBuilder command) {
    Map<String, String> environment = command.environment();
    String path = environment.get("PATH");
    environment.clear();
    environment.put("PATH", path);
    environment.put("HOME", home.toString());
    environment.put("GATEPASS_SECRETS_PROVIDER", "encrypted-file");
    environment.put("GATEPASS_PASSPHRASE", "only for the bench");
    environment.put("GATEPASS_ACCESS_TOKEN", TOKEN);
    return command;
  }

  private static String localKey(Path home) throws IOException {
    String written = Files.readString(home.resolve(".bench/settings.json"));
    Matcher key = Pattern.compile("\"key\"\\s*:\\s*\"([^\"]+)\"").matcher(written);
    if (!key.find()) {
      throw new IOException("setup has written no key: " + written);
    }
    return key.group(1);
  }

  private Contender nginx(String name, int port, String location, String more)
      throws IOException, InterruptedException {
    Path prefix = Files.createDirectories(folder.resolve(name + port));
    Path file = prefix.resolve("nginx.conf");
    Files.writeString(file, Resources.NGINX.formatted(prefix, prefix, more, port, location));
    ProcessBuilder command =
        quiet(
            new ProcessBuilder(
                "/usr/sbin/nginx", "-p", prefix + "", "-c", file + "", "-g", "daemon off;"));
    return Contender.start(name, port, "Bearer anything", command);
  }

  private static ProcessBuilder quiet(ProcessBuilder command) {
    return command
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private Contender started(Contender contender) {
    running.add(contender);
    return contender;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable it : running.reversed()) {
      it.close();
    }
    try (var paths = Files.walk(folder)) {
      paths.sorted(Comparator.reverseOrder()).forEach(Lab::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
