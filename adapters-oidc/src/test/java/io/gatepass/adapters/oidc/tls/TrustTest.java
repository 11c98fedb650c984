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
import io.gatepass.application.port.MovableClock;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Connection.Tls;
import io.gatepass.domain.web.proxy.ForwardProxies;
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
import org.junit.jupiter.params.provider.EnumSource;
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
    assertThat(failure.remedy()).contains("--ca-file", "SSL_CERT_FILE", "system's certificates");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "etc/ssl/certs/ca-certificates.crt",
        "etc/pki/tls/certs/ca-bundle.crt",
        "etc/ssl/ca-bundle.pem",
        "etc/ssl/cert.pem"
      })
  void whatTheOperatingSystemTrustsIsTrusted(String bundle, @TempDir Path root) throws Exception {
    Files.createDirectories(root.resolve(bundle).getParent());
    Files.copy(authority, root.resolve(bundle));

    assertThat(asked(serving("localhost", "-1d"), USUAL, World.platform(Map.of()), root).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Platform.Os.class)
  void anOperatingSystemWithoutAReadableStoreTrustsNobodyMore(Platform.Os os, @TempDir Path root)
      throws Exception {
    Files.createDirectories(root.resolve("etc/ssl/certs"));
    Files.writeString(root.resolve("etc/ssl/certs/ca-certificates.crt"), "garbage");
    Issuer issuer = serving("localhost", "-1d");
    Platform platform = new Platform(os, "/home/ada", Map.of());

    IssuerUnreachable failure =
        catchThrowableOfType(IssuerUnreachable.class, () -> asked(issuer, USUAL, platform, root));

    assertThat(failure.what()).contains(Certificates.AUTHORITY, "not trusted");
  }

  @Test
  void aCertificateThatIsSignedByItselfIsToldAsSuch() throws Exception {
    TlsServer server = new TlsServer(certificates.selfSigned("localhost"));
    servers.add(server);

    IssuerUnreachable failure =
        failure(Issuer.parse("https://localhost:" + server.port()), USUAL, Map.of());

    assertThat(failure.what()).contains("signed by itself", "CN=localhost");
    assertThat(failure.remedy()).contains("--ca-file", "SSL_CERT_FILE");
  }

  @Test
  void furtherAuthoritiesReplaceNone() throws Exception {
    int few = trustedBy(USUAL);
    int more = trustedBy(new Tls(false, Optional.of(authority.toString())));

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

  private static int trustedBy(Tls tls) throws GeneralSecurityException {
    Platform platform = World.platform(Map.of());
    SystemAuthorities system = new SystemAuthorities(platform.os(), directory);
    return new TrustedAuthorities(tls, platform, system).trustManager().getAcceptedIssuers().length;
  }

  private static HttpReply asked(Issuer issuer, Tls tls, Map<String, String> environment) {
    return asked(issuer, tls, World.platform(environment), Path.of("/"));
  }

  private static HttpReply asked(Issuer issuer, Tls tls, Platform platform, Path root) {
    HttpClientFactory clients =
        new HttpClientFactory(
            new PlatformTrust(platform, root), ForwardProxies.of(platform), new MovableClock());
    try (IssuerHttp http = clients.open(tls)) {
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
