package io.gatepass.bootstrap.architecture.seeds.adapters.fs;

import org.apache.hc.client5.http.classic.HttpClient;

/** Rule 8. */
interface UsesHttpClient {
  void use(HttpClient it);
}
