package io.gatepass.bootstrap.architecture.seeds.adapters.http;

import com.nimbusds.jwt.JWT;

/** Rule 8. */
interface UsesNimbus {
  void use(JWT it);
}
