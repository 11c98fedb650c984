package io.gatepass.domain.web.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardProxiesTest {
  private static final URI SERVER = URI.create("https://login.example.com/token");

  @Test
  void withoutAVariableTheWayIsDirect() {
    assertThat(towards(SERVER, Map.of())).isEmpty();
    assertThat(towards(SERVER, Map.of("HTTPS_PROXY", ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https_proxy, https://login.example.com",
    "HTTPS_PROXY, https://login.example.com",
    "all_proxy,   https://login.example.com",
    "ALL_PROXY,   https://login.example.com",
    "HTTPS_PROXY, HTTPS://login.example.com",
    "http_proxy,  http://login.example.com",
    "HTTP_PROXY,  http://login.example.com",
    "ALL_PROXY,   http://login.example.com",
  })
  void theVariableOfTheSchemeNamesTheProxy(String variable, URI server) {
    assertThat(towards(server, Map.of(variable, "http://proxy.corp:3128")))
        .contains(new ForwardProxy(variable, false, "proxy.corp", 3128, Optional.empty()));
  }

  @Test
  void theVariableOfTheOtherSchemeDoesNot() {
    assertThat(towards(SERVER, Map.of("HTTP_PROXY", "http://proxy.corp:3128"))).isEmpty();
  }

  @Test
  void lowerCaseGoesBeforeUpperCaseAndTheSchemeBeforeAll() {
    Map<String, String> all = Map.of("https_proxy", "a", "HTTPS_PROXY", "b", "all_proxy", "c");
    Map<String, String> two = Map.of("HTTPS_PROXY", "b", "all_proxy", "c");

    assertThat(towards(SERVER, all).orElseThrow().host()).isEqualTo("a");
    assertThat(towards(SERVER, two).orElseThrow().host()).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy.corp,                  http://proxy.corp:80",
    "proxy_1.corp:3128,           http://proxy_1.corp:3128",
    "http://proxy.corp/,          http://proxy.corp:80",
    "HTTP://proxy.corp:8080/,     http://proxy.corp:8080",
    "https://proxy.corp,          https://proxy.corp:443",
    "http://[fd00::1]:3128,       http://[fd00::1]:3128",
    "http://10.0.0.1:65535,       http://10.0.0.1:65535",
    "http://ada:pw@proxy.corp:81, http://proxy.corp:81",
  })
  void aProxyIsWrittenAsCurlTakesIt(String text, String address) {
    assertThat(towards(SERVER, Map.of("HTTPS_PROXY", text)).orElseThrow().address())
        .isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource({
    "ada:s3cr3t,            ada:s3cr3t",
    "ada,                   ada:",
    "ada:,                  ada:",
    ":s3cr3t,               :s3cr3t",
    "ada:a+b,               ada:a+b",
    "ada:p@ss,              ada:p@ss",
    "corp%5Cada:p%40s%3As,  corp\\ada:p@s:s",
    "ada:%C3%A4,            ada:ä",
    "ada:a://b,             ada:a://b",
  })
  void credentialsBecomeTheHeaderOfBasicAuthentication(String userInfo, String plain) {
    String text = "http://" + userInfo + "@proxy.corp:3128";

    String header =
        towards(SERVER, Map.of("HTTPS_PROXY", text))
            .orElseThrow()
            .authorization()
            .orElseThrow()
            .reveal();

    assertThat(header).startsWith("Basic ");
    assertThat(Base64.getDecoder().decode(header.substring(6)))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(plain);
  }

  @Test
  void nothingThatIsPrintedShowsTheCredentials() {
    ForwardProxy proxy =
        towards(SERVER, Map.of("HTTPS_PROXY", "http://ada:s3cr3t@proxy.corp")).orElseThrow();

    assertThat(proxy.toString() + proxy.address()).doesNotContain("ada", "s3cr3t");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://proxy.corp:1080",
        "ftp://proxy.corp",
        "http://",
        "http://:3128",
        "http://proxy.corp:0",
        "http://proxy.corp:65536",
        "http://proxy.corp:port",
        "http://proxy.corp:3128/path",
        "http://proxy corp",
        "http://bücher.example",
        "http://[fd00::1",
        "://",
      })
  void aValueOfNoUseIsNamedWithItsVariable(String text) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> towards(SERVER, Map.of("https_proxy", text)))
        .satisfies(e -> assertThat(e.what()).contains("variable https_proxy \"" + text + "\""))
        .satisfies(e -> assertThat(e.remedy()).contains("https_proxy"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://ada:s3cr3t@proxy.corp:1080",
        "http://ada:s3cr3t@proxy.corp:0",
        "http://ada:s3cr3t%@proxy.corp",
        "http://ada:s3c/r3t@proxy:x",
        "ada:s3cr3t@",
        "ada:s3cr3t@://proxy.corp",
      })
  void aValueOfNoUseIsShownWithoutItsCredentials(String text) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> towards(SERVER, Map.of("HTTPS_PROXY", text)))
        .satisfies(e ->
            assertThat(e.what() + e.remedy())
                .contains("[redacted]@")
                .doesNotContain("ada", "s3c", "r3t"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:9000",
        "https://LocalHost.:9000",
        "https://issuer.localhost",
        "https://127.0.0.1",
        "https://127.8.9.10:8443",
        "https://[::1]:8443",
      })
  void thisMachineIsNeverReachedThroughAProxy(URI server) {
    assertThat(towards(server, Map.of("ALL_PROXY", "socks5://of.no.use"))).isEmpty();
  }

  private static Optional<ForwardProxy> towards(URI server, Map<String, String> environment) {
    return ForwardProxies.of(new Platform(Os.LINUX, "/home/ada", environment)).towards(server);
  }
}
