package io.gatepass.adapters.fs.secret.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.InMemorySecretStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.port.TokenStoreContract;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.platform.Platform;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract, with all tokens in the secret store. */
final class StoredTokensTest extends TokenStoreContract {
  private static final String REFRESH = "gatepass/" + SCOPE.id() + "/refresh";
  private static final String ACCESS = "gatepass/" + SCOPE.id() + "/access";

  private final InMemorySecretStore secrets = new InMemorySecretStore();

  @Override
  protected TokenStore store() {
    return new SecretTokenStore(
        secrets,
        new RuntimeCache(Optional.empty(), true),
        new Platform(Platform.Os.LINUX, "/nonexistent", Map.of()));
  }

  @Override
  protected TokenStore sameTokens() {
    return store();
  }

  @Test
  void theSecretsAreUnderTheScopesKeys() {
    store().save(SCOPE, tokens("a", "r"));

    assertThat(secrets.list("")).containsExactly(ACCESS, REFRESH);
    assertThat(secrets.get(REFRESH)).contains(Secret.of("r"));
    assertThat(secrets.get(ACCESS)).contains(Secret.of("v1 1768467600123 1768467900123 a"));
  }

  @Test
  void aMalformedAccessTokenIsNoneAndGivesWayToTheNext() {
    secrets.put(ACCESS, Secret.of("garbage"));
    assertThat(store().accessToken(SCOPE)).isEmpty();

    store().save(SCOPE, tokens("a", "r"));

    assertThat(store().accessToken(SCOPE)).contains(access("a"));
  }

  @Test
  void secretsOfOthersStay() {
    secrets.put("another program", Secret.of("theirs"));

    store().forgetAll();

    assertThat(secrets.list("")).containsExactly("another program");
  }

  @Test
  void itIsDescribedAsItsStore() {
    assertThat(store().describe()).isEqualTo(new TokenStore.Description("memory", true, ""));
  }
}
