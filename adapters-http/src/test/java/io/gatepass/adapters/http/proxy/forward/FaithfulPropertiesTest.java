package io.gatepass.adapters.http.proxy.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.http.proxy.lab.Gateway;
import io.gatepass.adapters.http.proxy.lab.Http1Gateway;
import io.gatepass.adapters.http.proxy.lab.Http2Gateway;
import io.gatepass.adapters.http.proxy.lab.Message;
import io.gatepass.adapters.http.proxy.lab.ProxyLab;
import io.gatepass.adapters.http.proxy.lab.Tokens;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * What arrives is what was sent, both ways, but for what proxy.md names, and for the reason phrase
 * of a status. Names are compared without regard to case.
 */
class FaithfulPropertiesTest {
  private static final String[] FRAMING = {"content-length", "transfer-encoding", "connection"};
  private static final String[] CHANGED = {
    "host", "authorization", "x-api-key", "content-length", "transfer-encoding", "connection"
  };

  private static Gateway http1;
  private static Gateway http2;
  private static ProxyLab before1;
  private static ProxyLab before2;

  /** A request and the answers to it: interim ones, and a last one. */
  record Talk(Message request, List<Message> answers) {
    @Override
    public String toString() {
      return request.start()
          + " "
          + request.headers()
          + " "
          + request.body().length()
          + " bytes "
          + request.trailers()
          + " -> "
          + answers.stream()
              .map(it -> it.start() + it.headers() + it.body().length() + it.trailers())
              .toList();
    }
  }

  @BeforeContainer
  static void start() throws Exception {
    http1 = new Http1Gateway();
    http2 = new Http2Gateway(Files.createTempDirectory("gatepass-http2"));
    before1 = ProxyLab.before(http1);
    before2 = ProxyLab.before(http2);
  }

  @AfterContainer
  static void stop() {
    before1.close();
    before2.close();
    http1.close();
    http2.close();
  }

  @Property(tries = 150)
  void nothingIsChangedOnTheWayToHttp1(@ForAll("talks") Talk talk) throws Exception {
    http1.answers(talk.answers());

    assertHeard(hear(before1, talk.request()), talk.answers());

    Message asked = http1.asked();
    assertThat(asked.start()).isEqualTo(talk.request().start());
    assertThat(asked.header("transfer-encoding"))
        .isEqualTo(talk.request().header("transfer-encoding"));
    assertAsked(asked, talk.request());
  }

  @Property(tries = 150)
  void nothingIsChangedOnTheWayToHttp2(@ForAll("talks") Talk talk) throws Exception {
    http2.answers(talk.answers());

    assertHeard(hear(before2, talk.request()), talk.answers());

    Message asked = http2.asked();
    assertThat(asked.start() + " HTTP/1.1").isEqualTo(talk.request().start());
    assertAsked(asked, talk.request());
  }

  private static void assertAsked(Message asked, Message request) {
    assertThat(asked.header("authorization")).contains("Bearer token-1");
    assertThat(asked.header("x-api-key")).isEmpty();
    // HTTP/2 knows names in lower case only.
    assertThat(lowerCase(asked.headersWithout(CHANGED)))
        .isEqualTo(lowerCase(request.headersWithout(CHANGED)));
    assertThat(asked.body()).isEqualTo(request.body());
    assertThat(lowerCase(asked.trailers())).isEqualTo(lowerCase(request.trailers()));
  }

  private static void assertHeard(List<Message> heard, List<Message> answers) {
    assertThat(heard).hasSameSizeAs(answers);
    for (int i = 0; i < heard.size(); i++) {
      Message one = heard.get(i);
      Message sent = answers.get(i);
      assertThat(one.status()).isEqualTo(sent.status());
      assertThat(lowerCase(one.headersWithout(FRAMING)))
          .isEqualTo(lowerCase(sent.headersWithout(FRAMING)));
      assertThat(one.body()).isEqualTo(sent.body());
      assertThat(lowerCase(one.trailers())).isEqualTo(lowerCase(sent.trailers()));
    }
    assertThat(
            heard.getLast().header("content-length").isPresent()
                && heard.getLast().header("transfer-encoding").isPresent())
        .isFalse();
  }

  private static List<Message> hear(ProxyLab lab, Message request) throws Exception {
    List<Message> heard = new ArrayList<>();
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), lab.port())) {
      socket.setSoTimeout(20_000);
      socket.setTcpNoDelay(true);
      request.write(socket.getOutputStream());
      do {
        heard.add(read(socket, request.start().startsWith("HEAD ")));
      } while (heard.getLast().status() < 200);
    }
    return heard;
  }

  private static Message read(Socket socket, boolean head) throws Exception {
    return Message.read(socket.getInputStream(), head);
  }

  private static List<String> lowerCase(List<String> headers) {
    return headers.stream()
        .map(it -> {
          int colon = it.indexOf(':');
          return it.substring(0, colon).toLowerCase(Locale.ROOT) + it.substring(colon);
        })
        .toList();
  }

  @Provide
  Arbitrary<Talk> talks() {
    return requests()
        .flatMap(request ->
            Combinators.combine(
                    Arbitraries.of("Link: </a.css>; rel=preload", "Link: </b.js>")
                        .list()
                        .ofMaxSize(2),
                    finals(request.start().startsWith("HEAD ")))
                .as((links, last) -> new Talk(request, answers(links, last))));
  }

  private static List<Message> answers(List<String> links, Message last) {
    List<Message> all = new ArrayList<>();
    links.forEach(it -> all.add(Message.of("HTTP/1.1 103 Early Hints", List.of(it), "")));
    all.add(last);
    return all;
  }

  private static Arbitrary<Message> requests() {
    Arbitrary<String> methods =
        Arbitraries.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "X-OWN");
    return Combinators.combine(methods, targets(), Arbitraries.of(true, false))
        .as((method, target, chunked) -> new Start(method + " " + target + " HTTP/1.1", chunked))
        .flatMap(start -> messages(start, headers(REQUEST_NAMES), "x-api-key: " + Tokens.KEY));
  }

  private static final List<String> REQUEST_NAMES =
      List.of("Accept", "accept-encoding", "User-Agent", "X-Any", "X-Any", "anthropic-beta");
  private static final List<String> ANSWER_NAMES =
      List.of("Content-Type", "Content-Encoding", "Set-Cookie", "Set-Cookie", "Server", "X-Id");

  private record Start(String line, boolean chunked) {}

  private static Arbitrary<Message> finals(boolean head) {
    Arbitrary<Integer> statuses =
        Arbitraries.of(
            200, 201, 204, 206, 301, 304, 307, 400, 403, 404, 407, 413, 429, 500, 502, 529);
    return Combinators.combine(statuses, Arbitraries.of(true, false))
        .as((status, chunked) -> new Start("HTTP/1.1 " + status + " Any", chunked))
        .flatMap(start ->
            head || start.line().contains(" 204 ") || start.line().contains(" 304 ")
                ? headers(ANSWER_NAMES).map(it -> Message.of(start.line(), it, ""))
                : messages(start, headers(ANSWER_NAMES), "X-Last: 1"));
  }

  private static Arbitrary<Message> messages(
      Start start, Arbitrary<List<String>> headers, String further) {
    Arbitrary<List<String>> trailers =
        start.chunked()
            ? Arbitraries.of("X-Sum: 1", "x-cost: 2; a=b").list().ofMaxSize(2)
            : Arbitraries.just(List.of());
    return Combinators.combine(headers, bodies(), trailers)
        .as((some, body, last) -> {
          List<String> all = new ArrayList<>(List.of("Host: localhost", further));
          if (start.line().startsWith("HTTP/")) {
            all.removeFirst();
          }
          all.addAll(some);
          all.add(
              start.chunked() ? "Transfer-Encoding: chunked" : "Content-Length: " + body.length());
          return new Message(start.line(), List.copyOf(all), body, last);
        });
  }

  private static Arbitrary<String> bodies() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(40)
        .flatMap(seed ->
            Arbitraries.of(0, 1, 2, 100, 8_192, 65_536, 300_000)
                .map(length -> repeated(seed, length)));
  }

  /** No period of it fits a buffer. */
  private static String repeated(byte[] seed, int length) {
    byte[] body = new byte[length];
    for (int i = 0; i < length; i++) {
      body[i] = (byte) (i / 251 + i + (seed.length == 0 ? 0 : seed[i % seed.length]));
    }
    return new String(body, ISO_8859_1);
  }

  private static Arbitrary<String> targets() {
    Arbitrary<String> segments =
        Arbitraries.of(
            "v1",
            "",
            ".",
            "x/..",
            "a%2Fb",
            "%7F",
            "%e2%82%AC",
            "a;b=c",
            "m:generate",
            "a+b",
            "~!$&'()*,=@",
            "x/%2e%2E",
            "|",
            "{x}",
            "a\"b",
            "^`");
    Arbitrary<String> queries =
        Arbitraries.of("", "?", "?a=b&&c", "?x=%", "?q=a?b/c", "?alt=sse&k=%2B+", "?{}|^`\"");
    return Combinators.combine(segments.list().ofMinSize(1).ofMaxSize(5), queries)
        .as((path, query) -> "/v0/" + String.join("/", path) + query);
  }

  private static Arbitrary<List<String>> headers(List<String> names) {
    Arbitrary<String> values =
        Arbitraries.strings()
            .withCharRange(' ', '~')
            .withChars('\u00e9', '\u00ff', '\t')
            .ofMaxLength(80)
            .map(String::strip);
    return Combinators.combine(Arbitraries.of(names), values)
        .as((name, value) -> name + ": " + value)
        .list()
        .ofMaxSize(8);
  }
}
