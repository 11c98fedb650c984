package io.gatepass.adapters.oidc.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatepass.adapters.oidc.http.IssuerHttp;
import io.gatepass.adapters.oidc.http.JsonAnswer;
import io.gatepass.adapters.oidc.stub.StubIssuer.Reply;
import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.settings.Connection.Tls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";

  private final World world = new World();
  private final IssuerHttp http =
      World.clients(world.clock, Map.of()).open(new Tls(false, Optional.empty()));
  private final Discovery discovery = new Discovery(new MetadataCache(world.cache, world.clock));

  @AfterEach
  void close() {
    http.close();
    world.close();
  }

  @Test
  void readsWhatTheIssuerSaysAboutItself() throws IOException {
    ProviderMetadata metadata = discovery.ask(world.issuer.issuer(), http);

    assertThat(metadata.issuer()).isEqualTo(world.issuer.issuer());
    assertThat(metadata.tokenEndpoint()).isEqualTo(URI.create(world.issuer.issuer() + "/token"));
    assertThat(metadata.revocationEndpoint()).isPresent();
    assertThat(metadata.namesItselfInResponses()).isTrue();
  }

  @Test
  void aDocumentOfAnotherIssuerIsRefused() {
    world.issuer.discovery().put("issuer", world.issuer.issuer() + "/");

    InvalidSettings failure = refusal();

    assertThat(failure.kind()).isEqualTo(Kind.FAILED);
    assertThat(failure.what()).contains("another issuer", world.issuer.issuer() + "/\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"authorization_endpoint", "token_endpoint", "jwks_uri", "revocation_endpoint"})
  void anEndpointInPlainHttpElsewhereIsRefused(String endpoint) {
    world.issuer.discovery().put(endpoint, "http://auth.example.com/x");

    assertThat(refusal().what()).contains(endpoint + " that is not https");
  }

  @Test
  void anHttpsIssuerMayNotHaveEvenALoopbackEndpointInPlainHttp() {
    Map<String, Object> document = new HashMap<>(world.issuer.discovery());
    document.put("issuer", "https://auth.example.com");
    document.replaceAll(
        (name, value) -> name.endsWith("_endpoint") ? "https://auth.example.com/x" : value);

    InvalidSettings failure =
        catchThrowableOfType(
            InvalidSettings.class,
            () ->
                MetadataRules.read(
                    Issuer.parse("https://auth.example.com"), new JsonAnswer(document)));

    assertThat(failure.what()).contains("jwks_uri that is not https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "javascript:alert(1)",
        "-flag",
        "https://user:pass@auth.example.com/",
        "https://auth.example.com/#part",
        "https:///nohost",
        "https://a b/",
        "ftp://127.0.0.1/"
      })
  void anEndpointThatIsNoWebAddressIsRefused(String address) {
    world.issuer.discovery().put("authorization_endpoint", address);

    assertThat(refusal().what()).contains("authorization_endpoint");
  }

  @Test
  void anIssuerWithoutS256IsRefused() {
    world.issuer.discovery().put("code_challenge_methods_supported", List.of("plain"));

    assertThat(refusal().what()).contains("S256");
  }

  @Test
  void anIssuerThatListsNoMethodsIsTrustedToKnowPkce() throws IOException {
    world.issuer.discovery().remove("code_challenge_methods_supported");

    assertThat(discovery.ask(world.issuer.issuer(), http)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"})
  void anIncompleteDocumentIsNoAnswer(String member) {
    world.issuer.discovery().remove(member);

    assertThat(catchThrowableOfType(IssuerUnreachable.class, this::ask).what())
        .contains("discovery document");
  }

  @ParameterizedTest
  @CsvSource({
    "404, '{}', gave HTTP 404",
    "301, '{}', gave HTTP 301",
    "200, '<html>', gave no JSON",
    "503, '{}', in trouble",
    "429, '{}', in trouble"
  })
  void whatIsNoDocumentIsToldAsSuch(int status, String body, String words) {
    world.issuer.script(WELL_KNOWN, _ -> Reply.text(status, body));

    assertThat(catchThrowableOfType(IssuerUnreachable.class, this::ask).what()).contains(words);
  }

  @Test
  void anIssuerWithAPathIsFoundUnderIt() throws IOException {
    Issuer issuer = Issuer.parse(world.issuer.issuer() + "/realms/main/");
    Map<String, Object> document = new HashMap<>(world.issuer.discovery());
    document.put("issuer", issuer.value());
    world.issuer.script("/realms/main" + WELL_KNOWN, _ -> Reply.json(200, document));

    assertThat(discovery.ask(issuer, http).issuer()).isEqualTo(issuer);
  }

  @Test
  void aFreshDocumentIsNotAskedForAgain() throws IOException {
    answerWith("Cache-Control", "max-age=600");
    discovery.find(world.issuer.issuer(), http);
    world.clock.advance(Duration.ofSeconds(599));

    assertThat(discovery.find(world.issuer.issuer(), http).cached()).isTrue();
    assertThat(world.issuer.requests(WELL_KNOWN)).hasSize(1);
  }

  @Test
  void aStaleDocumentIsAskedForAgain() throws IOException {
    answerWith("Cache-Control", "max-age=600");
    discovery.find(world.issuer.issuer(), http);
    world.clock.advance(Duration.ofMinutes(10));

    assertThat(discovery.find(world.issuer.issuer(), http).cached()).isFalse();
  }

  @Test
  void aDocumentOfBeforeTheClockWasSetBackIsAskedForAgain() throws IOException {
    discovery.find(world.issuer.issuer(), http);
    world.clock.advance(Duration.ofHours(-2));

    assertThat(discovery.find(world.issuer.issuer(), http).cached()).isFalse();
  }

  @Test
  void whatMustNotBeStoredIsNot() throws IOException {
    discovery.find(world.issuer.issuer(), http);
    answerWith("Cache-Control", "no-store");
    world.clock.advance(Duration.ofHours(25));

    discovery.find(world.issuer.issuer(), http);

    assertThat(files()).isEmpty();
  }

  @Test
  void aChangedCacheFileIsNotBelieved() throws IOException {
    discovery.find(world.issuer.issuer(), http);
    Path file = files().getFirst();
    Files.writeString(
        file, Files.readString(file).replace("/token", "/evil\\\",\\\"issuer\\\":\\\"x"));

    assertThat(discovery.find(world.issuer.issuer(), http).cached()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"issuer\":7}", "{\"issuer\":\"https://x\"}", "\u0000"})
  void aBrokenCacheFileIsNoCacheFile(String content) throws IOException {
    discovery.find(world.issuer.issuer(), http);
    Files.writeString(files().getFirst(), content);

    assertThat(discovery.find(world.issuer.issuer(), http).cached()).isFalse();
    assertThat(discovery.find(world.issuer.issuer(), http).cached()).isTrue();
  }

  @Test
  void theCacheIsPrivate() throws IOException {
    discovery.find(world.issuer.issuer(), http);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(world.cache)))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
        .isEqualTo("rw-------");
  }

  @Test
  void aCacheThatCannotBeWrittenIsNoReasonToFail() throws IOException {
    Files.createDirectories(world.cache.getParent());
    Files.writeString(world.cache, "a file where the directory should be");

    assertThat(discovery.find(world.issuer.issuer(), http).cached()).isFalse();
    assertThat(discovery.find(world.issuer.issuer(), http).cached()).isFalse();
  }

  private void answerWith(String header, String value) {
    world.issuer.script(
        WELL_KNOWN, _ -> Reply.json(200, world.issuer.discovery()).with(header, value));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(world.cache)) {
      return files.toList();
    }
  }

  private void ask() throws IOException {
    discovery.ask(world.issuer.issuer(), http);
  }

  private InvalidSettings refusal() {
    GatepassException failure = catchThrowableOfType(GatepassException.class, this::ask);
    assertThat(failure).isInstanceOf(InvalidSettings.class);
    return (InvalidSettings) failure;
  }
}
