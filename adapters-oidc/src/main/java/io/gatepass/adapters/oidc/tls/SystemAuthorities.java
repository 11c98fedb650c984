package io.gatepass.adapters.oidc.tls;

import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that the operating system trusts, where an administrator puts a company's own. A
 * store that cannot be read holds none: the runtime's authorities are there all the same.
 */
final class SystemAuthorities {
  /** Of which each Linux distribution and BSD keeps one up to date. */
  private static final List<String> BUNDLES =
      List.of(
          "etc/ssl/certs/ca-certificates.crt", // Debian, Ubuntu, Arch, Gentoo
          "etc/pki/tls/certs/ca-bundle.crt", // Fedora, RHEL
          "etc/ssl/ca-bundle.pem", // openSUSE
          "etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", // CentOS
          "etc/ssl/cert.pem"); // Alpine, BSD

  private final Os os;
  private final Path root;
  private @Nullable Set<Certificate> known;

  /**
   * Those of that system.
   *
   * @param root where its files are, {@code /}
   */
  SystemAuthorities(Os os, Path root) {
    this.os = os;
    this.root = root;
  }

  /** All of them, read once. */
  synchronized Set<Certificate> all() {
    Set<Certificate> all = known == null ? read() : known;
    known = all;
    return all;
  }

  private Set<Certificate> read() {
    return switch (os) {
      case LINUX -> bundle();
      case MACOS -> stores("KeychainStore-ROOT", "KeychainStore");
      case WINDOWS -> stores("Windows-ROOT");
    };
  }

  private Set<Certificate> bundle() {
    return BUNDLES.stream()
        .map(root::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(SystemAuthorities::read)
        .orElse(Set.of());
  }

  private static Set<Certificate> read(Path bundle) {
    try (InputStream pem = Files.newInputStream(bundle)) {
      return Set.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(pem));
    } catch (IOException | CertificateException e) {
      return Set.of(); // see above
    }
  }

  private static Set<Certificate> stores(String... types) {
    Set<Certificate> all = new HashSet<>();
    for (String type : types) {
      all.addAll(store(type));
    }
    return all;
  }

  private static Collection<Certificate> store(String type) {
    try {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      Set<Certificate> all = new HashSet<>();
      for (String alias : Collections.list(store.aliases())) {
        if (store.isCertificateEntry(alias)) {
          all.add(store.getCertificate(alias));
        }
      }
      return all;
    } catch (IOException | GeneralSecurityException e) {
      return Set.of(); // see above
    }
  }
}
