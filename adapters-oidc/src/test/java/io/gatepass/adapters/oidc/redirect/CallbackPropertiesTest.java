package io.gatepass.adapters.oidc.redirect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.oauth.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever is sent to the listener: no 500, nothing of it comes back, and a login still ends well.
 */
class CallbackPropertiesTest {
  private static final Secret STATE = Secret.of("5o3x-the-right-state-9u");
  private static final RedirectListener LISTENER = RedirectListener.open(Optional.empty(), STATE);
  private static final int PORT = URI.create(LISTENER.redirectUri()).getPort();
  private static final String MARK = "XMARKX";

  @AfterContainer
  static void aLoginStillEndsWell() throws Exception {
    CompletableFuture<String> browser =
        CompletableFuture.supplyAsync(
            () -> send("GET", "/callback?code=c&state=" + STATE.reveal()));
    LISTENER
        .poll(Duration.ofSeconds(10))
        .orElseThrow()
        .answer(Page.signedIn("ada", Issuer.parse("https://auth.example.com")));
    assertThat(RawRequest.status(browser.join())).isEqualTo(200);
    LISTENER.close();
  }

  @Property(tries = 500)
  void noRequestWithoutTheStateDoesAnything(
      @ForAll("methods") String method, @ForAll("targets") String target) {
    String response = send(method, target);

    assertThat(RawRequest.status(response)).isBetween(400, 499);
    assertThat(response).doesNotContain(MARK);
    assertThat(LISTENER.isWaiting()).isTrue();
  }

  @Property(tries = 1000)
  void everyQueryIsReadToAnEnd(@ForAll String query) {
    CallbackQuery parsed = CallbackQuery.parse(query);

    AuthorizationResponse response = AuthorizationResponse.of(parsed);

    assertThat(parsed.toString()).isEqualTo("CallbackQuery[redacted]");
    assertThat(response.issuer()).isEqualTo(parsed.one("iss"));
  }

  @Property(tries = 500)
  void nothingForeignBecomesMarkup(@ForAll String text) {
    Page page = Page.signedIn(text, Issuer.parse("https://auth.example.com"));

    String html = new PageWriter().html(page);
    String frame =
        new PageWriter().html(Page.signedIn("", Issuer.parse("https://auth.example.com")));

    assertThat(count(html, '<')).isEqualTo(count(frame, '<'));
    assertThat(count(html, '>')).isEqualTo(count(frame, '>'));
    assertThat(count(html, '"')).isEqualTo(count(frame, '"'));
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("GET", "GET", "GET", "HEAD", "POST", "PUT", "BREW");
  }

  @Provide
  Arbitrary<String> targets() {
    Arbitrary<String> path =
        Arbitraries.of("/callback", "/callback", "/", "/callback/" + MARK, "/%");
    Arbitrary<String> name =
        Arbitraries.of("code", "state", "iss", "error", "error_description", "a[]", "%zz", "");
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of("", "%", "%C3%28", "%00", "..%2f", "<script>", MARK),
            Arbitraries.strings().withCharRange('!', '~').excludeChars('&').ofMaxLength(60),
            Arbitraries.strings().withChars('A').ofMaxLength(9000));
    Arbitrary<String> query =
        Combinators.combine(name, value)
            .as((n, v) -> n + "=" + MARK + v)
            .list()
            .ofMaxSize(6)
            .map(pairs -> String.join("&", pairs));
    return Combinators.combine(path, query).as((p, q) -> p + "?" + q);
  }

  private static String send(String method, String target) {
    try {
      return RawRequest.send(
          "127.0.0.1",
          PORT,
          method + " " + target + " HTTP/1.1\r\nHost: localhost:" + PORT + "\r\n\r\n");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long count(String text, char character) {
    return text.chars().filter(it -> it == character).count();
  }
}
