package io.gatepass.adapters.fs.secret.keychain.linux;

import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import io.gatepass.adapters.fs.secret.keychain.TimeLimit;
import io.gatepass.adapters.fs.secret.keychain.dbus.BusAddress;
import io.gatepass.adapters.fs.secret.keychain.dbus.SecretServiceLookup;
import io.gatepass.adapters.fs.secret.keychain.dbus.SecretServiceLookup.Found;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way to the Secret Service of the platform's D-Bus session. Nothing native is loaded before
 * the first visit, and nothing at all where there is no D-Bus session: GLib would start one, in
 * which there is no keyring.
 */
final class SecretServiceSession {
  /** The library's name since 2011; the number changes with its binary interface. */
  static final String LIBRARY = "libsecret-1.so.0";

  private static final String BUS = "DBUS_SESSION_BUS_ADDRESS";

  private final Platform platform;
  private final String libraryName;

  SecretServiceSession(Platform platform, String libraryName) {
    this.platform = platform;
    this.libraryName = libraryName;
  }

  /**
   * Does some work with the service on a thread of its own.
   *
   * @throws SecretStoreUnavailable if there is no service, it reports an error, or it is silent for
   *     longer than the limit; what it is asked after that is cancelled
   */
  <T> T visit(TimeLimit limit, Function<LibSecret, T> work) {
    requireBus();
    NativeLibrary library =
        NativeLibrary.load(libraryName).orElseThrow(() -> LinuxFailures.noLibrary(libraryName));
    Cancellation cancellation = new Cancellation(library);
    return limit.run(() -> visit(library, cancellation, bus(), work), cancellation::cancel);
  }

  /**
   * Looks for the one item with these attributes without loading libsecret.
   *
   * @return nothing where only a {@linkplain #visit visit} can tell
   * @throws SecretStoreUnavailable if the service is silent for longer than the limit
   */
  Optional<Found> lookUp(TimeLimit limit, Map<String, String> attributes) {
    return socket().flatMap(it -> new SecretServiceLookup(it).find(attributes, limit));
  }

  /** Whether a password prompt could be seen by anybody. */
  boolean hasDisplay() {
    return platform.variable("WAYLAND_DISPLAY").isPresent()
        || platform.variable("DISPLAY").isPresent();
  }

  private static <T> T visit(
      NativeLibrary library,
      Cancellation cancellation,
      Optional<String> bus,
      Function<LibSecret, T> work) {
    bus.ifPresent(address -> new GLib(library).setIfAbsent(BUS, address));
    try (cancellation;
        LibSecret service = new LibSecret(library, cancellation.cancellable())) {
      return work.apply(service);
    }
  }

  private void requireBus() {
    if (bus().isEmpty() && !hasUserBus()) {
      throw LinuxFailures.noSession();
    }
  }

  private Optional<String> bus() {
    return platform.variable(BUS);
  }

  private Optional<Path> socket() {
    Optional<String> address = bus();
    return address.isPresent() ? BusAddress.socket(address.get()) : userBus();
  }

  private boolean hasUserBus() {
    return userBus().isPresent();
  }

  /** Where GLib looks when no address is set. */
  private Optional<Path> userBus() {
    return platform
        .absolutePathVariable("XDG_RUNTIME_DIR")
        .map(directory -> Path.of(directory, "bus"))
        .filter(Files::exists);
  }
}
