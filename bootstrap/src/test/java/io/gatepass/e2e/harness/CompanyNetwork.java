package io.gatepass.e2e.harness;

import io.gatepass.application.net.Certificates;
import io.gatepass.application.net.ConnectProxy;
import io.gatepass.application.net.TlsFront;
import io.gatepass.bootstrap.demo.issuer.EmbeddedIssuer;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.image.Finished;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.stream.Stream;

/**
 * A company's network on loopback: the issuer {@code https://issuer.test} and the gateway {@code
 * https://llm.test}, with certificates of the company's own authority, behind a forward proxy that
 * wants a password.
 */
public final class CompanyNetwork implements AutoCloseable {
  /** Whoever signed the certificates. */
  public static final String AUTHORITY = Certificates.AUTHORITY;

  /** The password that the proxy wants. */
  public static final String PASSWORD = "s3cr3t-0f-the-pr0xy";

  private static final String BASIC = "Basic YWRhOnMzY3IzdC0wZi10aGUtcHIweHk="; // ada:PASSWORD
  private static final String ISSUER = "https://issuer.test";

  private final Workplace place;
  private final String authority;
  private final EmbeddedIssuer issuer;
  private final TlsFront issuerFront;
  private final TlsFront gatewayFront;
  private final ConnectProxy proxy;

  private CompanyNetwork(Workplace place) throws IOException, GeneralSecurityException {
    this.place = place;
    Path directory = Files.createDirectory(place.sandbox().root().resolve("authority"));
    Certificates certificates = new Certificates(directory);
    authority = certificates.authority().toString();
    issuer =
        EmbeddedIssuer.behind(
            ISSUER, Workplace.CLIENT_ID, IssuerPolicy.with(Consent.ASK), InstantSource.system());
    issuerFront = new TlsFront(certificates.server("issuer.test", "-1d"), issuer.port());
    int gatewayPort = URI.create(place.gateway().url()).getPort();
    gatewayFront = new TlsFront(certificates.server("llm.test", "-1d"), gatewayPort);
    proxy = new ConnectProxy().wants(BASIC);
    proxy.knows("issuer.test:443", issuerFront.port()).knows("llm.test:443", gatewayFront.port());
  }

  /** Builds it; the user's browser reaches the issuer in a way of its own. */
  public static CompanyNetwork around(Workplace place)
      throws IOException, GeneralSecurityException {
    CompanyNetwork network = new CompanyNetwork(place);
    String inside = "http://127.0.0.1:" + network.issuer.port();
    place
        .browser()
        .setUser((browser, address) ->
            FakeBrowser.approve(browser, URI.create(address.toString().replace(ISSUER, inside))));
    return network;
  }

  /** Runs {@code setup} for the network's issuer and gateway. */
  public Finished setup(String... more) {
    return place.gatepass(
        Stream.concat(
                Stream.of("setup", "--gateway-url", "https://llm.test", "--issuer", ISSUER),
                Stream.concat(Stream.of("--client-id", Workplace.CLIENT_ID), Stream.of(more)))
            .toArray(String[]::new));
  }

  /** The issuer behind {@code https://issuer.test}. */
  public EmbeddedIssuer issuer() {
    return issuer;
  }

  /** The forward proxy. */
  public ConnectProxy proxy() {
    return proxy;
  }

  /** The proxy as {@code HTTPS_PROXY} has it. */
  public String proxyWithCredentials() {
    return "http://ada:" + PASSWORD + "@127.0.0.1:" + proxy.port();
  }

  /** The same without a user name and a password. */
  public String proxyAddress() {
    return "http://127.0.0.1:" + proxy.port();
  }

  /** The authority's PEM file. */
  public String authority() {
    return authority;
  }

  /** From now on the proxy knows no server any more. */
  public void forgetServers() {
    proxy.forget();
  }

  @Override
  public void close() {
    proxy.close();
    gatewayFront.close();
    issuerFront.close();
    issuer.close();
  }
}
