package io.gatepass.domain.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.gateway.GatewayUrl;
import io.gatepass.domain.oauth.Issuer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that a gateway URL and an issuer share; product.md, "Validation". */
class WebAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://llm.example.com",
        "https://llm.example.com:8443/base/v2",
        "https://10.0.0.7",
        "https://[2001:db8::1]:8080",
        "https://[::ffff:127.0.0.1]",
        "https://xn--bcher-kva.example",
        "HTTPS://LLM.Example.COM",
        "https://llm.example.com:1",
        "https://llm.example.com:65535",
        "http://localhost",
        "HTTP://LOCALHOST:3000",
        "http://127.0.0.1:9090/base",
        "http://[::1]:8080",
      })
  void anAbsoluteHttpsAddressOrALoopbackHttpOneIsAccepted(String text) {
    assertThat(WebAddress.check("address", text)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({
    "http://llm.example.com",
    "http://127.0.0.1.evil.com",
    "http://localhost.evil.com",
    "http://localhost.",
    "http://127.0.0.2",
    "http://127.1",
    "http://0.0.0.0",
    "http://10.0.0.7",
    "http://[::ffff:127.0.0.1]",
    "http://[::]",
    "http://xn--lcalhost-n0a",
  })
  void plainHttpToAnyOtherHostIsRefused(String text) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> WebAddress.check("issuer", text))
        .withMessageStartingWith("The issuer \"" + text + "\" is not allowed: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                          | absolute https:// address
          'llm.example.com'           | absolute https:// address
          '//llm.example.com'         | absolute https:// address
          '/anthropic'                | absolute https:// address
          'https:llm.example.com'     | absolute https:// address
          'https:///v1'               | absolute https:// address
          'http:///'                  | absolute https:// address
          'https://'                  | valid URL
          'mailto:x'                  | absolute https:// address
          'file:///etc/passwd'        | absolute https:// address
          'ftp://llm.example.com'     | absolute https:// address
          'javascript://x/%0Aalert'   | absolute https:// address
          ' https://llm.example.com'  | valid URL
          'https://llm.example.com '  | valid URL
          'https://llm.example.com/%' | valid URL
          'https://llm\\.example.com'  | valid URL
          'https://ll_m.example.com'  | host
          'https://-llm.example.com'  | host
          'https://1.2.3'             | host
          'https://:443'              | host
          'https://llm.example.com:x' | port
          'https://llm.example.com:'  | port
          'https://llm.example.com:0' | port
          'https://llm.example.com:65536' | port
          'https://llm.example.com:99999999999' | port
          'https://bücher.example'    | ASCII
          'https://llm.example.com/ü' | ASCII
          'https://llm.example.com?a' | query
          'https://llm.example.com/?' | query
          'https://llm.example.com#a' | fragment
          'https://llm.example.com#'  | fragment
          """)
  void anythingElseIsRefusedWithItsSettingItsValueAndTheRule(String text, String rule) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> WebAddress.check("gateway URL", text))
        .withMessageStartingWith("The gateway URL \"" + text + "\" is not allowed: ")
        .withMessageContaining(rule)
        .satisfies(it -> assertThat(it.remedy()).contains("gateway URL"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ada:s3cr3t@llm.example.com",
        "https://s3cr3t@llm.example.com",
        "http://localhost:s3cr3t@evil.com",
        "https://ada:s3cr3t@ll_m.example.com",
        "https://ada:s3cr3t@llm.example.com:x",
        "https://ada:s3cr3t@bücher.example",
        "https://ada:s3cr3t @llm.example.com",
        "https://ada:s3cr3t%@llm.example.com",
        "https://ada:s3cr3t/x@llm.example.com",
        "ada:s3cr3t@llm.example.com",
        "//ada:s3cr3t@llm.example.com",
      })
  void aPasswordIsRefusedAndNeverRepeated(String text) {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> WebAddress.check("issuer", text))
        .satisfies(it -> assertThat(it.what() + it.remedy()).doesNotContain("s3cr3t"));
  }

  @Property
  void whateverThePasswordItIsRefusedAndNeverRepeated(
      @ForAll String password, @ForAll("hosts") String host) {
    String text = "https://ada:s3cr3t-" + password + "@" + host;

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> Issuer.parse(text))
        .satisfies(it -> assertThat(it.what() + it.remedy()).doesNotContain("s3cr3t"));
  }

  @Property
  void anyTextIsEitherAnAddressOrRefused(@ForAll String text) {
    parsesOrIsRefused(text);
  }

  @Property
  void anythingThatLooksLikeAnAddressIsEitherOneOrRefused(@ForAll("nearlyAddresses") String text) {
    parsesOrIsRefused(text);
  }

  @Example
  void aVeryLongTextIsRefusedLikeAShortOne() {
    parsesOrIsRefused("https://" + "a.".repeat(100_000));
    parsesOrIsRefused("https://h" + "/a".repeat(100_000));
    parsesOrIsRefused("a:".repeat(100_000));
  }

  private static void parsesOrIsRefused(String text) {
    GatewayUrl gateway;
    try {
      gateway = GatewayUrl.parse(text);
    } catch (InvalidSettings refused) {
      assertThatExceptionOfType(InvalidSettings.class).isThrownBy(() -> Issuer.parse(text));
      assertThat(refused.what()).startsWith("The gateway URL ");
      return;
    }
    assertThat(gateway).isEqualTo(GatewayUrl.parse(gateway.value()));
    assertThat(gateway.value()).doesNotEndWith("/").doesNotContain("?", "#", " ");
    assertThat(text).startsWith(gateway.value());
    assertThat(Issuer.parse(text).value()).isEqualTo(text);
    assertThat(
            text.toLowerCase(Locale.ROOT).startsWith("https://") || Issuer.parse(text).isLoopback())
        .isTrue();
  }

  @Provide
  Arbitrary<String> hosts() {
    return Arbitraries.of(
        "llm.example.com", "ll_m", "localhost", "[::1]", "", "h:99999", "h:x", "ü");
  }

  @Provide
  Arbitrary<String> nearlyAddresses() {
    Arbitrary<String> scheme =
        Arbitraries.of("https://", "http://", "HTTPS://", "hTTp://", "https:", "//", "file://", "");
    Arbitrary<String> host =
        Arbitraries.oneOf(
            hosts(),
            Arbitraries.of("127.0.0.1", "127.0.0.1.evil.com", "[::ffff:127.0.0.1]", "a@b"),
            Arbitraries.strings().withChars("a1._-[]:%@\\ ü").ofMaxLength(8));
    Arbitrary<String> port =
        Arbitraries.oneOf(Arbitraries.just(""), Arbitraries.integers().map(number -> ":" + number));
    Arbitrary<String> path =
        Arbitraries.oneOf(
            Arbitraries.of("", "/", "//", "/base/"),
            Arbitraries.strings().withChars("/.a%2F?#@\\ ü").ofMaxLength(8));
    return Combinators.combine(scheme, host, port, path)
        .as((first, second, third, fourth) -> first + second + third + fourth);
  }
}
