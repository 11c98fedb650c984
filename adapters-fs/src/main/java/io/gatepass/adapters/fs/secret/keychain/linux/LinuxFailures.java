package io.gatepass.adapters.fs.secret.keychain.linux;

import io.gatepass.adapters.fs.secret.keychain.KeychainFailures;
import io.gatepass.domain.failure.SecretStoreUnavailable;

/** What can be missing for a keychain on Linux, and what brings it. */
final class LinuxFailures {
  private LinuxFailures() {}

  static SecretStoreUnavailable noSession() {
    return KeychainFailures.absent(
        "there is no D-Bus session (DBUS_SESSION_BUS_ADDRESS is not set)",
        "Run gatepass in a desktop session");
  }

  static SecretStoreUnavailable noLibrary(String library) {
    return KeychainFailures.absent(
        library + " is not installed", "Install libsecret (on Debian and Ubuntu: libsecret-1-0)");
  }

  static SecretStoreUnavailable noService() {
    return KeychainFailures.absent(
        "nothing on the D-Bus session offers the Secret Service",
        "Install and start GNOME Keyring or KWallet");
  }

  static SecretStoreUnavailable noCollection() {
    return KeychainFailures.absent(
        "the Secret Service has no default keyring to keep secrets in",
        "Create one (with Passwords and Keys, or by signing in to the desktop)");
  }

  static SecretStoreUnavailable locked() {
    return KeychainFailures.locked(
        "Unlock it (sign in to the desktop, or use Passwords and Keys) and try again");
  }

  /** Whether D-Bus says that nobody has, or can start, the service or the bus. */
  static boolean isAbsence(String message) {
    return message.contains("org.freedesktop.DBus.Error.ServiceUnknown")
        || message.contains("org.freedesktop.DBus.Error.NameHasNoOwner")
        || message.contains("org.freedesktop.DBus.Error.Spawn.");
  }
}
