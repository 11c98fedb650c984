package io.gatepass.adapters.oidc.tls;

import io.gatepass.application.port.TlsTrust;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Connection.Tls;
import java.io.IOException;
import javax.net.ssl.SSLContext;

/** Trusts whom the runtime, the settings and the environment name, in every connection alike. */
public final class PlatformTrust implements TlsTrust {
  private final Platform platform;

  /** The trust of that platform's user. */
  public PlatformTrust(Platform platform) {
    this.platform = platform;
  }

  @Override
  public SSLContext context(Tls tls) throws IOException {
    return new TrustedAuthorities(tls, platform).context();
  }
}
