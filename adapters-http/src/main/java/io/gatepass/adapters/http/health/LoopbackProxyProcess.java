package io.gatepass.adapters.http.health;

import io.gatepass.application.port.RunningProxy;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.gateway.ProxyAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;

/**
 * The proxy that answers {@code GET /.gatepass/health}, and its process. Anybody may listen at the
 * port, so an answer is believed only as far as it can do no harm: a process is asked to end only
 * if it is this user's and runs gatepass.
 */
public final class LoopbackProxyProcess implements RunningProxy {
  private static final Pattern PID = Pattern.compile("\"pid\"\\s*:\\s*([0-9]{1,18})\\b");
  private static final Pattern SERVICE = Pattern.compile("\"service\"\\s*:\\s*\"gatepass-proxy\"");
  private static final Pattern VERSION =
      Pattern.compile("\"version\"\\s*:\\s*\"([A-Za-z0-9.+_-]{1,64})\"");
  private static final Timeout SILENCE = Timeout.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int MOST_CHARACTERS = 8192;

  /** The proxy gives its requests in flight five seconds. */
  private static final Duration END = Duration.ofSeconds(15);

  private final LongSupplier nanoTime;

  /** With a clock that only runs forward. */
  public LoopbackProxyProcess(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public Optional<Running> find(ProxyAddress address, Duration patience) {
    long end = nanoTime.getAsLong() + patience.toNanos();
    Optional<Running> found = ask(address);
    while (found.isEmpty() && nanoTime.getAsLong() < end && pause()) {
      found = ask(address);
    }
    return found;
  }

  @Override
  public boolean stop(Running proxy) {
    Optional<ProcessHandle> process = ProcessHandle.of(proxy.pid()).filter(ProcessHandle::isAlive);
    process.ifPresent(LoopbackProxyProcess::requireOurs);
    return process.map(LoopbackProxyProcess::end).orElse(true);
  }

  private static void requireOurs(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    boolean ours = info.user().equals(ProcessHandle.current().info().user());
    // Windows does not tell a process's arguments.
    boolean gatepass =
        info.commandLine().or(info::command).filter(it -> it.contains("gatepass")).isPresent();
    if (!ours || !gatepass) {
      throw new ProxyServiceFailed(
          "What listens at the proxy's port is process "
              + process.pid()
              + ", which is not a gatepass of yours.",
          "Look what it is, or choose another port: gatepass config set --proxy-port …");
    }
  }

  private static boolean end(ProcessHandle process) {
    var _ = process.destroy();
    try {
      var _ = process.onExit().get(END.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false; // which is the answer
    } catch (ExecutionException e) {
      throw new IllegalStateException("nothing runs that could fail", e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody waits any more, and so it is not known to be
      return false;
    }
  }

  private static Optional<Running> ask(ProxyAddress address) {
    HttpGet request = new HttpGet(address.origin() + "/.gatepass/health");
    try (CloseableHttpClient client = client()) {
      return client.execute(request, LoopbackProxyProcess::read);
    } catch (IOException _) {
      return Optional.empty(); // nobody there, or somebody who does not speak HTTP
    }
  }

  private static Optional<Running> read(ClassicHttpResponse response)
      throws IOException, ParseException {
    if (response.getCode() != HttpStatus.SC_OK || response.getEntity() == null) {
      return Optional.empty();
    }
    String body = EntityUtils.toString(response.getEntity(), MOST_CHARACTERS);
    Matcher pid = PID.matcher(body);
    Matcher version = VERSION.matcher(body);
    boolean tellsVersion = version.find();
    boolean gatepass = tellsVersion || SERVICE.matcher(body).find();
    return pid.find() && gatepass
        ? Optional.of(
            new Running(
                Long.parseLong(pid.group(1)),
                tellsVersion ? version.group(1) : "(version unknown)"))
        : Optional.empty();
  }

  /** Goes there directly, whatever proxy leads out. */
  private static CloseableHttpClient client() {
    ConnectionConfig config =
        ConnectionConfig.custom().setConnectTimeout(SILENCE).setSocketTimeout(SILENCE).build();
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(config)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .build();
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody waits any more, and so it is not known to be
      return false;
    }
  }
}
