package io.gatepass.adapters.fs.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.application.port.InMemorySecretStore;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.SecretStoreContract;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.Secret;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AutomaticSecretStoreTest extends SecretStoreContract {
  private static final String KEY = "gatepass/0123456789abcdef/refresh";

  private final InMemorySecretStore keychain = new InMemorySecretStore();
  private final InMemorySecretStore other = new InMemorySecretStore();
  private final List<SecretStoreUnavailable> reasons = new ArrayList<>();

  @Override
  protected SecretStore store() {
    return new AutomaticSecretStore(
        keychain,
        why -> {
          reasons.add(why);
          return other;
        });
  }

  @Override
  protected SecretStore sameSecrets() {
    return store();
  }

  @Test
  void aKeychainThatAnswersIsUsed() {
    store().put(KEY, Secret.of("r"));

    assertThat(keychain.get(KEY)).contains(Secret.of("r"));
    assertThat(reasons).isEmpty();
  }

  @Test
  void aKeychainThatCannotBeReachedIsReplacedOnceAndForAll() {
    SecretStoreUnavailable failure = failure(Reason.UNREACHABLE);
    fail(failure);
    SecretStore store = store();

    assertThat(store.get(KEY)).isEmpty();
    fail(null);
    store.put(KEY, Secret.of("r"));

    assertThat(other.get(KEY)).contains(Secret.of("r"));
    assertThat(keychain.get(KEY)).isEmpty();
    assertThat(reasons).containsExactly(failure);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNREACHABLE")
  void aKeychainInTroubleIsStillTheKeychain(Reason reason) {
    SecretStoreUnavailable failure = failure(reason);
    fail(failure);
    SecretStore store = store();

    assertThatThrownBy(() -> store.get(KEY)).isSameAs(failure);
    assertThatThrownBy(() -> store.put(KEY, Secret.of("r"))).isSameAs(failure);
    assertThat(store.capabilities()).isEqualTo(keychain.capabilities());
    assertThat(reasons).isEmpty();
  }

  @Test
  void itsCapabilitiesAreThoseOfTheStoreInUse() {
    fail(failure(Reason.UNREACHABLE));

    assertThat(store().capabilities()).isEqualTo(other.capabilities());
    assertThat(reasons).hasSize(1);
  }

  @Test
  void aChosenKeychainStaysChosen() {
    SecretStore store = store();
    assertThat(store.get(KEY)).isEmpty();
    SecretStoreUnavailable later = failure(Reason.UNREACHABLE);
    fail(later);

    assertThatThrownBy(() -> store.get(KEY)).isSameAs(later);
  }

  private void fail(SecretStoreUnavailable failure) {
    keychain.failReadsWith(failure);
    keychain.failWritesWith(failure);
  }

  private static SecretStoreUnavailable failure(Reason reason) {
    return new SecretStoreUnavailable(reason, "It is " + reason + ".", "Mend it.");
  }
}
