package io.gatepass.adapters.oidc.tls;

import io.gatepass.application.port.TlsTrust;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Connection.Tls;
import java.io.IOException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

/**
 * Trusts whom the runtime, the settings, the environment and the operating system name, in every
 * connection alike.
 */
public final class PlatformTrust implements TlsTrust {
  private final Platform platform;
  private final SystemAuthorities system;

  /** The trust of that platform's user. */
  public PlatformTrust(Platform platform) {
    this(platform, Path.of("/"));
  }

  /**
   * The same on another file system.
   *
   * @param root where the operating system's files are
   */
  PlatformTrust(Platform platform, Path root) {
    this.platform = platform;
    this.system = new SystemAuthorities(platform.os(), root);
  }

  @Override
  public SSLContext context(Tls tls) throws IOException {
    return new TrustedAuthorities(tls, platform, system).context();
  }
}
