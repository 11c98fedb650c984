package io.gatepass.domain.web.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*                          | https://anything.example",
        "login.example.com          | https://login.example.com",
        "example.com                | https://login.example.com",
        ".example.com               | https://login.example.com",
        ".example.com               | https://example.com",
        "*.example.com              | https://login.example.com",
        "EXAMPLE.com.               | https://login.Example.COM.",
        "other, example.com         | https://example.com",
        "other example.com          | https://example.com",
        "example.com:8443           | https://login.example.com:8443",
        "example.com:443            | https://login.example.com",
        "10.0.0.7                   | https://10.0.0.7",
        "10.0.0.7:443               | https://10.0.0.7",
        "10.0.0.0/8                 | https://10.255.0.1",
        "10.0.0.4/31                | https://10.0.0.5",
        "0.0.0.0/0                  | https://8.8.8.8",
        "fd00::1                    | https://[fd00:0::1]",
        "[fd00::1]                  | https://[fd00::1]",
        "[fd00::1]:443              | https://[fd00::1]",
        "fd00::/8                   | https://[fdff::1]",
      })
  void anEntryHoldsItsServers(String list, URI server) {
    assertThat(isDirect(list, server)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "other.example              | https://login.example.com",
        "ample.com                  | https://example.com",
        "login.example.com          | https://example.com",
        "example.com:8443           | https://login.example.com",
        "example.com:port           | https://example.com",
        "10.0.0.7                   | https://10.0.0.70",
        "0.7                        | https://10.0.0.7",
        "10.0.0.7:80                | https://10.0.0.7",
        "10.0.0.0/8                 | https://11.0.0.1",
        "10.0.0.4/31                | https://10.0.0.6",
        "10.0.0.0/33                | https://10.0.0.0",
        "10.0.0.0/x                 | https://10.0.0.0",
        "example.com/8              | https://example.com",
        "0.0.0.0/0                  | https://[fd00::1]",
        "0.0.0.0/0                  | https://example.com",
        "[fd00::1]:80               | https://[fd00::1]",
        "fd00::/8                   | https://[fe00::1]",
        "1.2.3.400                  | https://1.2.3.4",
        ".                          | https://example.com",
        ",,                         | https://example.com",
      })
  void anEntryHoldsNoOthers(String list, URI server) {
    assertThat(isDirect(list, server)).isFalse();
  }

  @Test
  void lowerCaseGoesBeforeUpperCase() {
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "p", "no_proxy", "a.example", "NO_PROXY", "b.example");

    assertThat(isDirect(environment, URI.create("https://a.example"))).isTrue();
    assertThat(isDirect(environment, URI.create("https://b.example"))).isFalse();
  }

  private static boolean isDirect(String list, URI server) {
    return isDirect(Map.of("HTTPS_PROXY", "proxy.corp", "NO_PROXY", list), server);
  }

  private static boolean isDirect(Map<String, String> environment, URI server) {
    return ForwardProxies.of(new Platform(Os.LINUX, "/home/ada", environment))
        .towards(server)
        .isEmpty();
  }
}
