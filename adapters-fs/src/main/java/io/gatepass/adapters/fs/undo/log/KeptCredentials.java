package io.gatepass.adapters.fs.undo.log;

import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.SecretStore.Capabilities;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.tool.ToolId;
import java.util.List;
import java.util.Optional;

/**
 * The credentials that a tool's edits have replaced, in the secret store under numbered keys. A key
 * is never given another secret: the record on the disk must stay true until the next one has taken
 * its place.
 */
final class KeptCredentials {
  private final SecretStore secrets;
  private final String prefix;

  KeptCredentials(SecretStore secrets, ToolId tool) {
    this.secrets = secrets;
    this.prefix = "gatepass/undo/" + tool + "/";
  }

  Optional<Secret> fetch(String key) {
    return secrets.get(key);
  }

  /**
   * Keeps a credential.
   *
   * @param before the keys of the record before, which may have it already
   * @return its key
   */
  String keep(Secret credential, List<String> before) {
    requireDurable();
    for (String key : before) {
      if (secrets.get(key).filter(credential::equals).isPresent()) {
        return key;
      }
    }
    String key = prefix + next();
    secrets.put(key, credential);
    return key;
  }

  /** Forgets what the record before had and the new one has not. */
  void forgetAllBut(List<String> used, List<String> before) {
    try {
      before.stream().filter(key -> !used.contains(key)).forEach(secrets::delete);
    } catch (SecretStoreUnavailable e) {
      return; // the new record is stored and right; the leftover goes when the record goes
    }
  }

  /** Forgets the record's credentials and any leftover. */
  void forget(List<String> credentials) {
    if (!credentials.isEmpty()) {
      secrets.list(prefix).forEach(secrets::delete);
    }
  }

  private int next() {
    return 1 + secrets.list(prefix).stream().mapToInt(this::number).max().orElse(0);
  }

  private int number(String key) {
    String number = key.substring(prefix.length());
    return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
  }

  private void requireDurable() {
    Capabilities store = secrets.capabilities();
    if (!store.writable() || !store.durable()) {
      throw new SecretStoreUnavailable(
          Reason.READ_ONLY,
          "A credential in the tool's configuration would be replaced, and the secret store \""
              + store.provider()
              + "\" cannot keep it.",
          "Take the credential out of the file, or choose another store with secrets.provider.");
    }
  }
}
