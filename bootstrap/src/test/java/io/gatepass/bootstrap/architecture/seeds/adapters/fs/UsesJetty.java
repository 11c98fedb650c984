package io.gatepass.bootstrap.architecture.seeds.adapters.fs;

import org.eclipse.jetty.server.Server;

/** Rule 8. */
interface UsesJetty {
  void use(Server it);
}
