package io.gatepass.adapters.oidc.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatepass.adapters.oidc.http.HttpReply;
import io.gatepass.adapters.oidc.http.IssuerHttp;
import io.gatepass.adapters.oidc.http.TimeLimit;
import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.application.net.Certificates;
import io.gatepass.application.net.ConnectProxy;
import io.gatepass.application.net.TlsServer;
import io.gatepass.application.port.MovableClock;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.settings.Connection.Tls;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An issuer whose name only the proxy can look up. */
class ForwardProxyTest {
  private static final Issuer ISSUER = Issuer.parse("https://issuer.test");
  private static final String BASIC = "Basic YWRhOnMzY3IzdA=="; // ada:s3cr3t

  @TempDir private static Path directory;
  private static Certificates certificates;
  private static Tls tls;

  private TlsServer server;
  private ConnectProxy proxy;

  @BeforeAll
  static void givenAnAuthority() throws Exception {
    certificates = new Certificates(directory);
    tls = new Tls(false, Optional.of(certificates.authority().toString()));
  }

  @BeforeEach
  void start() throws Exception {
    server = new TlsServer(certificates.server("issuer.test", "-1d"));
    proxy = new ConnectProxy().knows("issuer.test:443", server.port());
  }

  @AfterEach
  void stop() {
    proxy.close();
    server.close();
  }

  @Test
  void theProxyLooksTheNameUp() {
    assertThat(asked("http://127.0.0.1:" + proxy.port()).status()).isEqualTo(200);
    assertThat(proxy.asked()).containsExactly("issuer.test:443");
  }

  @Test
  void withoutTheProxyTheNameLeadsNowhere() {
    IssuerUnreachable failure =
        catchThrowableOfType(IssuerUnreachable.class, () -> asked(Map.of()));

    assertThat(failure.what()).contains("The issuer https://issuer.test was not found");
    assertThat(failure.remedy()).contains("HTTPS_PROXY");
  }

  @Test
  void aServerThatIsExceptedIsReachedWithoutIt() {
    Map<String, String> environment =
        Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port(), "NO_PROXY", ".test");

    assertThat(catchThrowableOfType(IssuerUnreachable.class, () -> asked(environment)).what())
        .contains("was not found");
    assertThat(proxy.asked()).isEmpty();
  }

  @Test
  void credentialsGoWithTheFirstRequest() {
    proxy.wants(BASIC);

    assertThat(asked("http://ada:s3cr3t@127.0.0.1:" + proxy.port()).status()).isEqualTo(200);
    assertThat(proxy.asked()).hasSize(1);
  }

  @Test
  void aProxyThatWantsCredentialsIsToldAsSuch() {
    proxy.wants(BASIC);

    IssuerUnreachable failure = failure("http://127.0.0.1:" + proxy.port());

    assertThat(failure.what())
        .contains("http://127.0.0.1:" + proxy.port(), "wants a user name and a password");
    assertThat(failure.remedy()).contains("HTTPS_PROXY");
  }

  @Test
  void credentialsThatTheProxyDoesNotTakeAreToldWithoutThem() {
    proxy.wants(BASIC);

    IssuerUnreachable failure = failure("http://ada:wr0ng@127.0.0.1:" + proxy.port());

    assertThat(failure.what()).contains("does not take the user name and password of HTTPS_PROXY");
    assertThat(failure.what() + failure.remedy() + failure.getCause())
        .doesNotContain("ada", "wr0ng");
  }

  @Test
  void whatTheProxyAnswersInsteadOfConnectingIsNotTheIssuersAnswer() {
    try (ConnectProxy ignorant = new ConnectProxy()) {
      IssuerUnreachable failure = failure("http://127.0.0.1:" + ignorant.port());

      assertThat(failure.what()).contains("did not connect to it (HTTP 502)", ISSUER.value());
    }
  }

  @Test
  void aProxyThatIsNotThereIsNamedWithItsVariable() {
    proxy.close();

    IssuerUnreachable failure = failure("http://127.0.0.1:" + proxy.port());

    assertThat(failure.what()).contains("The proxy http://127.0.0.1:", "accept connections");
    assertThat(failure.remedy()).contains("HTTPS_PROXY", "NO_PROXY");
    assertThat(failure("http://proxy.invalid:3128").what())
        .contains("The proxy http://proxy.invalid:3128", "was not found");
  }

  @Test
  void aProxyMayBeReachedByTls() throws Exception {
    try (ConnectProxy secure = new ConnectProxy(certificates.server("localhost", "-1d"))) {
      secure.knows("issuer.test:443", server.port());

      assertThat(asked("https://localhost:" + secure.port()).status()).isEqualTo(200);
    }
  }

  @Test
  void aCertificateBehindTheProxyIsJudgedAsUsual() {
    Map<String, String> environment = Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port());

    assertThat(
            catchThrowableOfType(
                    IssuerUnreachable.class,
                    () -> asked(environment, new Tls(false, Optional.empty())))
                .what())
        .contains(Certificates.AUTHORITY, "not trusted", ISSUER.value());
  }

  @Test
  void aVariableOfNoUseIsNamed() {
    assertThat(
            catchThrowableOfType(InvalidSettings.class, () -> asked("socks5://127.0.0.1")).what())
        .contains("HTTPS_PROXY", "socks5://127.0.0.1");
  }

  private static IssuerUnreachable failure(String value) {
    return catchThrowableOfType(IssuerUnreachable.class, () -> asked(value));
  }

  private static HttpReply asked(String value) {
    return asked(Map.of("HTTPS_PROXY", value));
  }

  private static HttpReply asked(Map<String, String> environment) {
    return asked(environment, tls);
  }

  private static HttpReply asked(Map<String, String> environment, Tls trust) {
    try (IssuerHttp http = World.clients(new MovableClock(), environment).open(trust)) {
      return TimeLimit.USUAL.spentOn(ISSUER, () -> http.get(URI.create(ISSUER + "/x")));
    }
  }
}
