package io.gatepass.adapters.http.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.net.Certificates;
import io.gatepass.application.net.ConnectProxy;
import io.gatepass.application.net.TlsServer;
import io.gatepass.application.port.Connections;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose name only the proxy can look up. */
class ProxiedGatewayTest {
  @TempDir private static Path directory;
  private static SSLContext shown;
  private static SSLContext trusting;

  private TlsServer gateway;
  private ConnectProxy proxy;

  @BeforeAll
  static void givenAnAuthority() throws Exception {
    Certificates certificates = new Certificates(directory);
    shown = certificates.server("llm.test", "-1d");
    trusting = certificates.trusting();
  }

  @BeforeEach
  void start() throws Exception {
    gateway = new TlsServer(shown);
    proxy = new ConnectProxy().wants("Basic YWRhOnMzY3IzdA==");
  }

  @AfterEach
  void stop() {
    proxy.close();
    gateway.close();
  }

  @Test
  void theGatewayIsReachedThroughTheProxy() {
    proxy.knows("llm.test:443", gateway.port());

    assertThat(probe().anthropicPathPrefix(connection())).contains("");
    assertThat(proxy.asked()).containsExactly("llm.test:443");
  }

  @Test
  void whatTheProxyAnswersInsteadOfConnectingTeachesNothingOfTheGateway() {
    proxy.wants("something else");

    assertThat(probe().anthropicPathPrefix(connection())).isEmpty();
  }

  private HttpGatewayProbe probe() {
    Map<String, String> environment =
        Map.of("https_proxy", "http://ada:s3cr3t@127.0.0.1:" + proxy.port());
    Platform platform = new Platform(Platform.Os.LINUX, "/home/ada", environment);
    return new HttpGatewayProbe(
        new GatewayClients(_ -> trusting, ForwardProxies.of(platform)), Duration.ofSeconds(20));
  }

  private static Connection connection() {
    Map<SettingKey, SettingValue> options = new EnumMap<>(Connections.options());
    options.put(
        SettingKey.GATEWAY_URL, SettingValue.parse(SettingKey.GATEWAY_URL, "https://llm.test"));
    return Connection.of(Settings.resolve(List.of(SettingsLayer.ofOptions(options))));
  }
}
