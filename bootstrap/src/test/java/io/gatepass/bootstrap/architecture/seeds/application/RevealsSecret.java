package io.gatepass.bootstrap.architecture.seeds.application;

import io.gatepass.domain.oauth.Secret;
import java.util.Optional;

/** Rule 9. */
class RevealsSecret {
  String directly(Secret secret) {
    return secret.reveal();
  }

  Optional<String> byReference(Optional<Secret> secret) {
    return secret.map(Secret::reveal);
  }
}
