package io.gatepass.adapters.oidc.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatepass.adapters.oidc.http.HttpClientFactory;
import io.gatepass.adapters.oidc.http.HttpReply;
import io.gatepass.adapters.oidc.http.IssuerHttp;
import io.gatepass.adapters.oidc.http.TimeLimit;
import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.application.net.Certificates;
import io.gatepass.application.net.TlsServer;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.settings.Connection.Tls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real TLS server behind an authority that nobody trusts by itself. */
class TrustTest {
  private static final Tls USUAL = new Tls(false, Optional.empty());

  @TempDir private static Path directory;
  private static Certificates certificates;
  private static Path authority;

  private final List<TlsServer> servers = new ArrayList<>();

  @BeforeAll
  static void givenAnAuthorityThatNobodyTrusts() throws Exception {
    certificates = new Certificates(directory);
    authority = certificates.authority();
  }

  @AfterEach
  void stop() {
    servers.forEach(TlsServer::close);
  }

  @Test
  void anUnknownAuthorityIsNamedWithTheOptionThatTrustsIt() throws Exception {
    Issuer issuer = serving("localhost", "-1d");

    IssuerUnreachable failure = failure(issuer, USUAL, Map.of());

    assertThat(failure.what()).contains(Certificates.AUTHORITY, issuer.value(), "not trusted");
    assertThat(failure.remedy()).contains("--ca-file");
  }

  @Test
  void theCaFileIsTrusted() throws Exception {
    Tls tls = new Tls(false, Optional.of(authority.toString()));

    assertThat(asked(serving("localhost", "-1d"), tls, Map.of()).status()).isEqualTo(200);
  }

  @Test
  void theFileInTheEnvironmentIsTrusted() throws Exception {
    Map<String, String> environment = Map.of("SSL_CERT_FILE", authority.toString());

    assertThat(asked(serving("localhost", "-1d"), USUAL, environment).status()).isEqualTo(200);
  }

  @Test
  void furtherAuthoritiesReplaceNone() throws Exception {
    int few =
        new TrustedAuthorities(USUAL, World.platform(Map.of()))
            .trustManager()
            .getAcceptedIssuers()
            .length;

    Tls tls = new Tls(false, Optional.of(authority.toString()));
    int more =
        new TrustedAuthorities(tls, World.platform(Map.of()))
            .trustManager()
            .getAcceptedIssuers()
            .length;

    assertThat(few).isPositive();
    assertThat(more).isEqualTo(few + 1);
  }

  @Test
  void anotherNameInTheCertificateIsRefused() throws Exception {
    Tls tls = new Tls(false, Optional.of(authority.toString()));

    assertThat(failure(serving("other.example", "-1d"), tls, Map.of()).what())
        .contains("not for that host name");
  }

  @Test
  void anExpiredCertificateIsToldAsSuch() throws Exception {
    Tls tls = new Tls(false, Optional.of(authority.toString()));

    IssuerUnreachable failure = failure(serving("localhost", "-20d"), tls, Map.of());

    assertThat(failure.what()).contains("has expired");
    assertThat(failure.remedy()).contains("clock");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "other.example"})
  void withoutVerificationAnyCertificateWillDo(String name) throws Exception {
    Tls tls = new Tls(true, Optional.empty());

    assertThat(asked(serving(name, "-20d"), tls, Map.of()).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing.pem", "empty.pem", "garbage.pem", "\u0000"})
  void aFileOfNoUseIsNamed(String name) throws Exception {
    Files.writeString(directory.resolve("empty.pem"), "");
    Files.writeString(directory.resolve("garbage.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
    String file = directory + "/" + name;
    Issuer issuer = serving("localhost", "-1d");

    InvalidSettings failure =
        catchThrowableOfType(
            InvalidSettings.class,
            () -> asked(issuer, new Tls(false, Optional.of(file)), Map.of()));

    assertThat(failure.what()).startsWith("The CA file \"" + file + "\" is of no use");
  }

  @Test
  void plainHttpReadsNoAuthorities() {
    Tls tls = new Tls(false, Optional.of("/nowhere"));

    try (World world = new World()) {
      assertThat(asked(world.issuer.issuer(), tls, Map.of()).status()).isEqualTo(404);
    }
  }

  private static HttpReply asked(Issuer issuer, Tls tls, Map<String, String> environment) {
    try (IssuerHttp http = new HttpClientFactory(World.platform(environment)).open(tls)) {
      return TimeLimit.USUAL.spentOn(issuer, () -> http.get(URI.create(issuer + "/x")));
    }
  }

  private static IssuerUnreachable failure(
      Issuer issuer, Tls tls, Map<String, String> environment) {
    return catchThrowableOfType(IssuerUnreachable.class, () -> asked(issuer, tls, environment));
  }

  private Issuer serving(String name, String startDate)
      throws IOException, GeneralSecurityException {
    TlsServer server = new TlsServer(certificates.server(name, startDate));
    servers.add(server);
    return Issuer.parse("https://localhost:" + server.port());
  }
}
