package io.gatepass.adapters.fs.session;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a login session on Linux tells its programs by variables and systemd keeps at a known place:
 * the runtime directory {@code /run/user/<uid>} (pam_systemd(8)) and the D-Bus session's socket
 * {@code bus} in it. Tools start their helpers with few variables or none; the keychain and the
 * runtime cache are there all the same.
 */
public final class UserSession {
  private static final String RUNTIME = "XDG_RUNTIME_DIR";
  private static final String BUS = "DBUS_SESSION_BUS_ADDRESS";

  private final Path sessions;

  UserSession(Path sessions) {
    this.sessions = sessions;
  }

  /**
   * The platform with the variables of its user's session, where they are not set and the session
   * is there. Where {@code GATEPASS_HOME} stands for another user's home there is none.
   */
  public static Platform completed(Platform platform) {
    return new UserSession(Path.of("/run/user")).complete(platform);
  }

  Platform complete(Platform platform) {
    if (platform.os() != Os.LINUX
        || platform.variable("GATEPASS_HOME").isPresent()
        || platform.absolutePathVariable(RUNTIME).isPresent()) {
      return platform;
    }
    return directory().map(it -> in(it, platform)).orElse(platform);
  }

  private Optional<Path> directory() {
    try {
      Path own = sessions.resolve(Integer.toString(RuntimeDirectory.currentUser()));
      return Optional.of(own).filter(Files::isDirectory).filter(UserSession::isPrivate);
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty(); // nobody knows who we are, so nothing is known to be ours
    }
  }

  private static boolean isPrivate(Path directory) {
    try {
      return RuntimeDirectory.at(directory).isPrivate();
    } catch (IOException e) {
      return false; // what cannot be looked at is not known to be private
    }
  }

  private static Platform in(Path directory, Platform platform) {
    Map<String, String> environment = new HashMap<>(platform.environment());
    environment.put(RUNTIME, directory.toString());
    Path bus = directory.resolve("bus");
    if (platform.variable(BUS).isEmpty() && Files.exists(bus)) {
      environment.put(BUS, "unix:path=" + bus);
    }
    return platform.with(environment);
  }
}
