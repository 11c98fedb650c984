package io.gatepass.bootstrap.architecture.seeds.adapters.http;

import com.fasterxml.jackson.core.JsonParser;

/** Rule 8. */
interface UsesJackson {
  void use(JsonParser it);
}
