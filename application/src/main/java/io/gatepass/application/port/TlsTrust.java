package io.gatepass.application.port;

import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.settings.Connection.Tls;
import java.io.IOException;
import javax.net.ssl.SSLContext;

/** Whom to trust in every outgoing TLS connection, to the issuer and to the gateway alike. */
public interface TlsTrust {
  /**
   * A TLS context that trusts the runtime's authorities and the further ones of the settings and
   * the environment; everybody where verification is off. Reading the authorities costs more than a
   * plain request, so ask only when a TLS connection is about to be made.
   *
   * @throws InvalidSettings if a file of authorities cannot be read
   * @throws IOException if the runtime's own authorities cannot be read
   */
  SSLContext context(Tls tls) throws IOException;
}
