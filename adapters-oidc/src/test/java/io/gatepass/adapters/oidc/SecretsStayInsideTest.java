package io.gatepass.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.gatepass.adapters.oidc.stub.Queries;
import io.gatepass.adapters.oidc.stub.StubIssuer;
import io.gatepass.adapters.oidc.stub.StubIssuer.Recorded;
import io.gatepass.adapters.oidc.stub.StubIssuer.Reply;
import io.gatepass.adapters.oidc.stub.StubTokens.Signature;
import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every secret that goes to or comes from this issuer is marked, and the issuer does its worst to
 * have it repeated. Nothing marked may be in any exception (with its causes), notice, page, printed
 * object or file.
 */
class SecretsStayInsideTest {
  private static final String MARK = "MARKED";

  private final World world = new World();
  private final StringBuilder said = new StringBuilder();

  @AfterEach
  void close() {
    world.close();
  }

  static Stream<Arguments> issuersThatDoTheirWorst() {
    return Stream.concat(atTheTokenEndpoint(), inTheirTokens());
  }

  private static Stream<Arguments> atTheTokenEndpoint() {
    return Stream.of(
        scripted("repeats the request in the description", SecretsStayInsideTest::asDescription),
        scripted(
            "repeats the request as the error code", it -> Reply.oauthError(400, form(it), "x")),
        scripted("repeats the request as a page", it -> Reply.text(400, form(it))),
        scripted("repeats the request as a page that is fine", it -> Reply.text(200, form(it))),
        scripted("repeats the request in trouble", it -> Reply.text(500, form(it))),
        scripted(
            "repeats the request in a header",
            it -> Reply.redirect("https://evil.example/?" + form(it))),
        scripted(
            "gives a token of another type",
            _ -> Reply.json(200, Map.of("access_token", MARK, "token_type", MARK))),
        scripted(
            "gives a token that does not live",
            _ -> Reply.json(200, Map.of("access_token", MARK, "expires_in", MARK))),
        scripted(
            "gives an ID token that cannot be read",
            _ -> Reply.json(200, Map.of("access_token", MARK, "id_token", MARK + ".x.y"))),
        scripted("breaks the JSON off", _ -> Reply.text(200, "{\"access_token\":\"" + MARK)),
        scripted(
            "puts the token into the wrong place",
            _ -> Reply.json(200, Map.of("refresh_token", MARK))));
  }

  private static Stream<Arguments> inTheirTokens() {
    return Stream.of(
        with("behaves well", _ -> {}),
        with("signs badly", it -> it.tokens().sign(Signature.BROKEN)),
        with("does not sign", it -> it.tokens().sign(Signature.NONE)),
        with("has no keys", it -> it.script("/jwks", _ -> Reply.text(200, MARK))),
        with("is another", it -> it.tokens().claims(c -> c.issuer("x"))),
        with("answers another sign-in", it -> it.tokens().claims(c -> c.claim("nonce", "x"))),
        with("answers for another", it -> it.tokens().callback(c -> c.put("iss", "x"))),
        with(
            "denies with the code in the description",
            it ->
                it.tokens()
                    .callback(c -> {
                      c.put("error", "access_denied");
                      c.put("error_description", c.get("state"));
                      c.remove("code");
                    })));
  }

  @ParameterizedTest
  @MethodSource("issuersThatDoTheirWorst")
  void nothingMarkedIsSaid(Consumer<StubIssuer> script) throws IOException {
    world.issuer.tokens().mark(MARK + "-");
    script.accept(world.issuer);
    RefreshToken token = new RefreshToken(Secret.of(MARK + "-sent+/="));

    hear(() -> said.append(world.login()));
    hear(() -> said.append(world.server().refresh(world.connection(), token)));
    hear(() -> said.append(world.server().revoke(world.connection(), token)));

    world.notices.progress().stream().filter(it -> !it.startsWith("url ")).forEach(said::append);
    world.notices.warnings().forEach(said::append);
    said.append(world.browser.page().headers().map()).append(world.browser.page().body());
    said.append(filesLeftBehind());
    assertThat(said.toString()).isNotEmpty().doesNotContain(MARK).doesNotContain(verifiers());
  }

  private void hear(Runnable deed) {
    Throwable failure = catchThrowable(deed::run);
    if (failure != null) {
      assertThat(failure).isInstanceOf(GatepassException.class);
      StringWriter everything = new StringWriter();
      failure.printStackTrace(new PrintWriter(everything));
      said.append(everything).append(((GatepassException) failure).remedy());
    }
  }

  private String[] verifiers() {
    return Stream.concat(
            Stream.of("no-verifier-was-sent"),
            world.issuer.requests().stream()
                .flatMap(it -> Stream.of("code_verifier", "state", "nonce").map(it::parameter))
                .filter(it -> it != null))
        .toArray(String[]::new);
  }

  private String filesLeftBehind() throws IOException {
    try (Stream<Path> files = Files.walk(world.cache)) {
      return files
          .filter(Files::isRegularFile)
          .map(SecretsStayInsideTest::content)
          .collect(Collectors.joining());
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Reply asDescription(Recorded request) {
    String raw = String.join(" ", request.parameters().values());
    return Reply.oauthError(400, "invalid_request", raw + " and " + form(request));
  }

  private static String form(Recorded request) {
    return Queries.format(request.parameters());
  }

  private static Arguments scripted(String name, Function<Recorded, Reply> endpoint) {
    return with(
        name,
        issuer -> {
          issuer.script("/token", endpoint);
          issuer.script("/revoke", endpoint);
        });
  }

  private static Arguments with(String name, Consumer<StubIssuer> script) {
    return argumentSet("an issuer that " + name, script);
  }
}
