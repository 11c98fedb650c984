import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A user who is signed in, as a tool's next call finds them. */
final class SignedIn {
  private static final String GATEWAY = "https://llm.example.com";
  static final String ISSUER = "https://auth.example.com";
  private static final String CLIENT = "gatepass";

  /** What the token is for, as CredentialScope says. */
  static final String SCOPE = String.join("\0", GATEWAY, ISSUER, CLIENT, "");

  private static final String TAG = "%08x".formatted(SCOPE.hashCode());

  private SignedIn() {}

  /**
   * Writes the user's settings.
   *
   * @param more the end of the object, after a comma; or nothing
   */
  static void configure(Path home, String issuer, String more) throws IOException {
    var settings = Files.createDirectories(home.resolve(".config/gatepass"));
    Files.writeString(
        settings.resolve("config.json"),
        "{\"gatewayUrl\": \"%s\", \"issuer\": \"%s\", \"clientId\": \"%s\"%s}\n"
            .formatted(GATEWAY, issuer, CLIENT, more));
  }

  /** Where the runtime cache has a token, as RuntimeCache writes it. */
  static void cache(Path folder) throws IOException {
    Files.writeString(folder.resolve(TAG + ".access"), SCOPE + "\0" + token());
  }

  /** Tools have asked before, as FileHandOuts writes it, a while ago. */
  static void asked(Path folder) throws IOException {
    Files.writeString(folder.resolve(TAG + ".asked"), "");
  }

  /** As AccessTokenText writes it. */
  static String token() {
    var issued = System.currentTimeMillis() - Duration.ofMinutes(10).toMillis();
    var expires = issued + Duration.ofHours(1).toMillis();
    return "v1 %d %d a-token".formatted(issued, expires);
  }
}
