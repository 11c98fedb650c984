package io.gatepass.bootstrap.architecture.seeds.adapters.http;

import org.slf4j.Logger;

/** Rule 8. */
interface UsesLogger {
  void use(Logger it);
}
