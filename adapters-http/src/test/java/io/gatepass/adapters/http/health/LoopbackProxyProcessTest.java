package io.gatepass.adapters.http.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.gatepass.application.port.RunningProxy;
import io.gatepass.application.port.RunningProxy.Running;
import io.gatepass.application.port.RunningProxyContract;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.gateway.ProxyAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoopbackProxyProcessTest extends RunningProxyContract {
  private final List<Process> processes = new ArrayList<>();
  private final RunningProxy proxy = new LoopbackProxyProcess(System::nanoTime);
  private int port;

  @BeforeEach
  void findAFreePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  @AfterEach
  void endProcesses() {
    processes.forEach(Process::destroyForcibly);
  }

  @Override
  protected RunningProxy proxy() {
    return proxy;
  }

  @Override
  protected ProxyAddress address() {
    return new ProxyAddress(port);
  }

  @Override
  protected long start(String version) throws IOException {
    return run(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            HealthyProgram.class.getName(),
            String.valueOf(port),
            version,
            "gatepass")
        .pid();
  }

  @Test
  void processThatIsNotGatepassIsNotEnded() throws IOException {
    // Given
    Process editor = run("sleep", "600");
    Running claimed = new Running(editor.pid(), "1.2.3");

    // When
    assertThatExceptionOfType(ProxyServiceFailed.class)
        .isThrownBy(() -> proxy.stop(claimed))
        .withMessageContaining(String.valueOf(editor.pid()));

    // Then
    assertThat(editor.isAlive()).isTrue();
  }

  @Test
  void processThatIsGoneNeedsNoEnding() throws Exception {
    Process gone = run("true");
    gone.waitFor();

    assertThat(proxy.stop(new Running(gone.pid(), "1.2.3"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404 | {\"pid\": 1, \"version\": \"1.2.3\"}",
        "302 | {\"pid\": 1, \"version\": \"1.2.3\"}",
        "200 | hello",
        "200 | {\"pid\": -1, \"version\": \"1.2.3\"}",
        "200 | {\"pid\": 1, \"version\": \"<b>\"}",
        "200 | {\"version\": \"1.2.3\"}"
      })
  void whateverElseAnswersIsNoProxy(int status, String body) throws IOException {
    // Given
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5);
    server.createContext("/", exchange -> Replies.reply(exchange, status, body));
    server.start();

    // Then
    assertThat(proxy.find(address(), Duration.ZERO)).isEmpty();
    server.stop(0);
  }

  @Test
  void proxyThatTellsNoVersionIsFoundByItsName() throws IOException {
    // Given
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5);
    String body = "{\"status\":\"ok\",\"service\":\"gatepass-proxy\",\"pid\":4711}";
    server.createContext("/", exchange -> Replies.reply(exchange, 200, body));
    server.start();

    // Then
    assertThat(proxy.find(address(), Duration.ZERO))
        .hasValue(new Running(4711, "(version unknown)"));
    server.stop(0);
  }

  private Process run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    processes.add(process);
    return process;
  }
}
