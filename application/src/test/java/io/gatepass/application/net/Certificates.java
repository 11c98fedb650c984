package io.gatepass.application.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority and what it signs, made by the JDK's own keytool. */
public final class Certificates {
  public static final String AUTHORITY = "CN=Example TLS Inspection CA,O=Example";
  private static final String PASSWORD = "changeit";

  private final Path directory;

  public Certificates(Path directory) {
    this.directory = directory;
    keytool("ca", AUTHORITY, "-30d", "-ext", "bc:c");
  }

  /** The authority's certificate as a PEM file. */
  public Path authority() throws IOException, GeneralSecurityException {
    byte[] certificate = store().getCertificate("ca").getEncoded();
    return Files.writeString(
        directory.resolve("ca.pem"),
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(certificate)
            + "\n-----END CERTIFICATE-----\n");
  }

  /** A server's TLS context, with a certificate for ten days from the start date on. */
  public SSLContext server(String name, String startDate)
      throws IOException, GeneralSecurityException {
    String alias = name + startDate;
    return server(alias, name, startDate, "-signer", "ca");
  }

  /** The same with a certificate that is signed by nobody else. */
  public SSLContext selfSigned(String name) throws IOException, GeneralSecurityException {
    return server("self-signed-" + name, name, "-1d");
  }

  private SSLContext server(String alias, String name, String startDate, String... signer)
      throws IOException, GeneralSecurityException {
    if (!store().containsAlias(alias)) {
      List<String> further = new ArrayList<>(List.of("-ext", "san=dns:" + name));
      further.addAll(List.of(signer));
      keytool(alias, "CN=" + name, startDate, further.toArray(String[]::new));
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(only(alias), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** The TLS context of a client that trusts the authority and nobody else. */
  public SSLContext trusting() throws IOException, GeneralSecurityException {
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setCertificateEntry("ca", store().getCertificate("ca"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(one);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private KeyStore only(String alias) throws IOException, GeneralSecurityException {
    KeyStore all = store();
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(
        alias,
        all.getKey(alias, PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        all.getCertificateChain(alias));
    return one;
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream stream = Files.newInputStream(file())) {
      store.load(stream, PASSWORD.toCharArray());
    }
    return store;
  }

  private Path file() {
    return directory.resolve("all.p12");
  }

  private void keytool(String alias, String name, String startDate, String... further) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-alias", alias, "-dname", name));
    command.addAll(List.of("-startdate", startDate, "-validity", alias.equals("ca") ? "90" : "10"));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", file().toString()));
    command.addAll(List.of(further));
    Path log = directory.resolve("keytool.log");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(Files.readString(log));
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
