package io.gatepass.adapters.fs.secret.keychain.windows;

import io.gatepass.adapters.fs.secret.keychain.RealKeychain;
import io.gatepass.adapters.fs.secret.keychain.TimeLimit;
import io.gatepass.application.port.SecretStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The user's Credential Manager, under a prefix that nobody else uses. */
public final class RealCredentialManager implements RealKeychain {
  private final Credentials own = new Prefixed("gatepass test " + UUID.randomUUID() + "/");

  private record Prefixed(String prefix) implements Credentials {
    @Override
    public Optional<byte[]> read(String target) {
      return real().read(prefix + target);
    }

    @Override
    public void write(String target, byte[] bytes) {
      real().write(prefix + target, bytes);
    }

    @Override
    public void delete(String target) {
      real().delete(prefix + target);
    }

    @Override
    public List<String> list(String start) {
      return real().list(prefix + start).stream()
          .map(target -> target.substring(prefix.length()))
          .toList();
    }

    private static Credentials real() {
      return new WindowsCredentials(Win32.advapi32());
    }
  }

  @Override
  public SecretStore store() {
    return new CredentialManagerStore(() -> own, new TimeLimit(TimeLimit.ANSWER));
  }

  @Override
  public void close() {
    own.list("").forEach(own::delete);
  }
}
