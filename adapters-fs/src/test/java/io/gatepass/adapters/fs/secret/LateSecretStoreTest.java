package io.gatepass.adapters.fs.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.InMemorySecretStore;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.SecretStoreContract;
import io.gatepass.domain.oauth.Secret;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateSecretStoreTest extends SecretStoreContract {
  private final AtomicInteger choices = new AtomicInteger();
  private final InMemorySecretStore memory = new InMemorySecretStore();

  @Override
  protected SecretStore store() {
    return new LateSecretStore(() -> {
      choices.incrementAndGet();
      return memory;
    });
  }

  @Override
  protected SecretStore sameSecrets() {
    return store();
  }

  @Test
  void choosesOnceAndNotBeforeTheFirstSecretIsAskedFor() {
    SecretStore late = store();
    assertThat(choices).hasValue(0);

    late.put("gatepass/x", Secret.of("1"));

    assertThat(late.get("gatepass/x")).contains(Secret.of("1"));
    assertThat(choices).hasValue(1);
  }
}
