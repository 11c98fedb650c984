package io.gatepass.adapters.fs.secret.keychain.windows;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.fs.secret.keychain.TimeLimit;
import io.gatepass.application.port.SecretStore;
import io.gatepass.domain.oauth.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The keychain on Windows: generic credentials of the Credential Manager, which Windows encrypts
 * for the user (DPAPI). It is open for as long as the user is logged on and asks nobody. Nothing
 * native is loaded before the first call.
 */
public final class CredentialManagerStore implements SecretStore {
  private final Supplier<Credentials> credentials;
  private final TimeLimit limit;

  /** The credentials of the user who is logged on. */
  public CredentialManagerStore() {
    this(() -> new WindowsCredentials(Win32.advapi32()), new TimeLimit(TimeLimit.ANSWER));
  }

  CredentialManagerStore(Supplier<Credentials> credentials, TimeLimit limit) {
    this.credentials = credentials;
    this.limit = limit;
  }

  @Override
  public Optional<Secret> get(String key) {
    return ask(chunked ->
        chunked
            .get(key)
            .map(bytes -> {
              Secret secret = Secret.of(new String(bytes, UTF_8));
              Arrays.fill(bytes, (byte) 0);
              return secret;
            }));
  }

  @Override
  public void put(String key, Secret secret) {
    boolean _ =
        ask(chunked -> {
          byte[] bytes = secret.reveal().getBytes(UTF_8);
          chunked.put(key, bytes);
          Arrays.fill(bytes, (byte) 0);
          return true;
        });
  }

  @Override
  public void delete(String key) {
    boolean _ =
        ask(chunked -> {
          chunked.delete(key);
          return true;
        });
  }

  @Override
  public List<String> list(String prefix) {
    return ask(chunked ->
        chunked.list("gatepass/").stream().filter(key -> key.startsWith(prefix)).toList());
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities("keychain", true, true, "");
  }

  /** A call to the local security authority; there is no way to stop one that hangs. */
  private <T> T ask(Function<ChunkedCredentials, T> question) {
    return limit.run(() -> question.apply(new ChunkedCredentials(credentials.get())), () -> {});
  }
}
