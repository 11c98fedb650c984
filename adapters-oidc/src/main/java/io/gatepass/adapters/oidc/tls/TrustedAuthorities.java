package io.gatepass.adapters.oidc.tls;

import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Connection.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate authorities that are trusted: those of the Java runtime, those in the
 * connection's CA file, those in the file that {@code SSL_CERT_FILE} names, and those of the
 * operating system. The files are PEM. Each adds to the others, none replaces any. The operating
 * system's are read only for a chain that leads to none of the others.
 */
final class TrustedAuthorities {
  private final Tls tls;
  private final Platform platform;
  private final SystemAuthorities system;

  /** The authorities that the settings and the environment name. */
  TrustedAuthorities(Tls tls, Platform platform, SystemAuthorities system) {
    this.tls = tls;
    this.platform = platform;
    this.system = system;
  }

  /**
   * A TLS context that trusts them, or everybody where verification is off.
   *
   * @throws InvalidSettings if a file of authorities cannot be read
   * @throws IOException if the Java runtime's own cannot
   */
  SSLContext context() throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trustManager()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
    }
  }

  X509ExtendedTrustManager trustManager() throws GeneralSecurityException {
    if (tls.skipVerify()) {
      return new TrustEverybody();
    }
    Set<Certificate> further = further();
    X509ExtendedTrustManager runtime = trusting(null);
    if (further.isEmpty()) {
      return new CaNamingTrust(runtime, this::systemTrust);
    }
    further.addAll(Arrays.asList(runtime.getAcceptedIssuers()));
    return new CaNamingTrust(trusting(storeOf(further)), this::systemTrust);
  }

  private Optional<X509ExtendedTrustManager> systemTrust() {
    Set<Certificate> all = system.all();
    try {
      return all.isEmpty() ? Optional.empty() : Optional.of(trusting(storeOf(all)));
    } catch (GeneralSecurityException e) {
      return Optional.empty(); // as good as an empty store
    }
  }

  private Set<Certificate> further() {
    Set<Certificate> all = new HashSet<>();
    read("CA file", tls.caFile()).ifPresent(all::addAll);
    read("SSL_CERT_FILE", platform.variable("SSL_CERT_FILE")).ifPresent(all::addAll);
    return all;
  }

  private static Optional<Collection<? extends Certificate>> read(
      String setting, Optional<String> file) {
    return file.map(name -> readFile(setting, name));
  }

  private static Collection<? extends Certificate> readFile(String setting, String name) {
    try (InputStream pem = Files.newInputStream(Path.of(name))) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(pem);
      if (found.isEmpty()) {
        throw unreadable(setting, name, "it holds no certificate");
      }
      return found;
    } catch (NoSuchFileException | InvalidPathException e) {
      throw unreadable(setting, name, "there is no such file");
    } catch (IOException e) {
      throw unreadable(setting, name, "it cannot be read");
    } catch (CertificateException e) {
      throw unreadable(setting, name, "it is not a PEM file of certificates");
    }
  }

  private static InvalidSettings unreadable(String setting, String name, String reason) {
    return new InvalidSettings(
        Kind.FAILED,
        "The " + setting + " \"" + name + "\" is of no use: " + reason + ".",
        "Correct the path, or remove the setting, and run the command again.");
  }

  private static KeyStore storeOf(Set<Certificate> certificates) throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException("an empty key store could not be made", e);
    }
    int number = 0;
    for (Certificate certificate : certificates) {
      store.setCertificateEntry("ca-" + number++, certificate);
    }
    return store;
  }

  private static X509ExtendedTrustManager trusting(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("the runtime has no X.509 trust manager"));
  }
}
