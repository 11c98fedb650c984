import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Two users whose access token is in the secret store, while the AOT cache for that is made: one
 * has a keychain and the other an encrypted file.
 */
final class StoreTraining implements AutoCloseable {
  private static final String NO_CACHE = ", \"secrets\": {\"runtimeCache\": false}";

  private final Path withKeychain;
  private final Path withFile;
  private final LocalIssuer issuer = new LocalIssuer();
  private final SecretServiceBus bus;

  StoreTraining(Path home) throws IOException {
    withKeychain = Files.createDirectory(home.resolve("keychain"));
    SignedIn.configure(withKeychain, SignedIn.ISSUER, NO_CACHE);
    SignedIn.asked(Files.createDirectories(withKeychain.resolve(".local/state/gatepass")));
    bus = new SecretServiceBus(home.resolve("bus"));
    withFile = Files.createDirectory(home.resolve("file"));
    SignedIn.configure(withFile, issuer.url(), NO_CACHE);
  }

  /** The user who has no token in the file yet. */
  Path toSignIn() {
    return withFile;
  }

  /** What gets that user one. */
  Map<String, String> signingIn() {
    var environment = new HashMap<>(fileUser());
    environment.put("GATEPASS_REFRESH_TOKEN", "for-the-training");
    return environment;
  }

  /** The environments of both. */
  List<String> users() {
    return List.of(lines(keychainUser()), lines(fileUser()));
  }

  private Map<String, String> keychainUser() {
    return Map.of(
        "HOME", withKeychain.toString(),
        "XDG_RUNTIME_DIR", withKeychain.toString(),
        "DBUS_SESSION_BUS_ADDRESS", bus.address());
  }

  private Map<String, String> fileUser() {
    return Map.of(
        "HOME", withFile.toString(),
        "XDG_RUNTIME_DIR", withFile.toString(),
        "GATEPASS_PASSPHRASE", "only for the training run");
  }

  private static String lines(Map<String, String> environment) {
    return environment.entrySet().stream().map(Object::toString).collect(Collectors.joining("\n"));
  }

  @Override
  public void close() throws IOException {
    issuer.close();
    bus.close();
  }
}
