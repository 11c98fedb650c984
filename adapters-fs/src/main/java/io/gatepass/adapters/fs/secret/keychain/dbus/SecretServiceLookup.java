package io.gatepass.adapters.fs.secret.keychain.dbus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.fs.secret.keychain.TimeLimit;
import io.gatepass.domain.oauth.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferOverflowException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks a secret up in the Secret Service (freedesktop.org, Secret Service API 0.2) without
 * libsecret, whose functions take a JVM three times as long to link as all of this takes. It
 * answers only what is plain: there is one such item and it is unlocked, or there is none and the
 * default collection is open. docs/adr/0038
 *
 * <p>The session's algorithm is {@code plain}: the secret is in clear on its way through the bus,
 * whose socket is the user's own, and whoever could listen there could ask for it as well.
 */
public final class SecretServiceLookup {
  private static final String SERVICE = "org.freedesktop.secrets";
  private static final String ROOT = "/org/freedesktop/secrets";
  private static final String INTERFACE = "org.freedesktop.Secret.";

  /** The path that stands for no object. */
  private static final String NOTHING = "/";

  private final Path socket;

  /** What the service holds under some attributes: a secret or none. */
  public record Found(Optional<Secret> secret) {}

  /** A look-up by the bus that listens there. */
  public SecretServiceLookup(Path socket) {
    this.socket = socket;
  }

  /**
   * Looks for the item with these attributes.
   *
   * @return nothing where this is not for us to say: there are several, something is locked, or the
   *     bus or the service is not there or fails
   * @throws io.gatepass.domain.failure.SecretStoreUnavailable if there is no answer in time
   */
  public Optional<Found> find(Map<String, String> attributes, TimeLimit limit) {
    try (Bus bus = new Bus()) {
      return limit.run(() -> find(bus, attributes), () -> close(bus));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty(); // libsecret will meet the same, and knows what to say
    }
  }

  private Optional<Found> find(Bus bus, Map<String, String> attributes) {
    try {
      bus.connect(socket);
      return ask(bus, attributes);
    } catch (IOException
        | BufferOverflowException
        | BufferUnderflowException
        | IllegalArgumentException e) {
      return Optional.empty(); // as above
    }
  }

  private static Optional<Found> ask(Bus bus, Map<String, String> attributes) throws IOException {
    int opening = bus.send(service("OpenSession", "sv").text("plain").variant(""));
    int searching = bus.send(service("SearchItems", "a{ss}").dictionary(attributes));
    int naming = bus.send(service("ReadAlias", "s").text("default"));

    Answer opened = bus.answer(opening).of("vo");
    String _ = opened.textVariant();
    String session = opened.text();
    Answer items = bus.answer(searching).of("aoao");
    List<String> unlocked = items.texts();
    List<String> locked = items.texts();
    if (unlocked.size() == 1) {
      return secret(bus, unlocked.getFirst(), session);
    }
    String collection = bus.answer(naming).of("o").text();
    boolean none = unlocked.isEmpty() && locked.isEmpty();
    return none && isOpen(bus, collection)
        ? Optional.of(new Found(Optional.empty()))
        : Optional.empty();
  }

  private static Optional<Found> secret(Bus bus, String item, String session) throws IOException {
    int asking = bus.send(service("GetSecrets", "aoo").pathArray(item).text(session));
    Answer secrets = bus.answer(asking).of("a{o(oayays)}");
    if (!secrets.enter() || !secrets.text().equals(item)) {
      return Optional.empty(); // locked or deleted since
    }
    String _ = secrets.struct().text();
    byte[] _ = secrets.bytes(); // the algorithm's parameters: none
    byte[] value = secrets.bytes();
    String text = new String(value, UTF_8);
    Arrays.fill(value, (byte) 0);
    secrets.wipe();
    return Optional.of(new Found(Optional.of(text).filter(it -> !it.isEmpty()).map(Secret::of)));
  }

  private static boolean isOpen(Bus bus, String collection) throws IOException {
    if (collection.equals(NOTHING)) {
      return false;
    }
    Call call = new Call(SERVICE, collection, "org.freedesktop.DBus.Properties.Get", "ss");
    int asking = bus.send(call.text(INTERFACE + "Collection").text("Locked"));
    return !bus.answer(asking).of("v").booleanVariant();
  }

  private static Call service(String method, String signature) {
    return new Call(SERVICE, ROOT, INTERFACE + "Service." + method, signature);
  }

  private static void close(Bus bus) {
    try {
      bus.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
