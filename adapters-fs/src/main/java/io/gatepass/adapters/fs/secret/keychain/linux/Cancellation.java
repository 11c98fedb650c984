package io.gatepass.adapters.fs.secret.keychain.linux;

import io.gatepass.adapters.fs.secret.keychain.NativeLibrary;
import java.lang.foreign.MemorySegment;

/**
 * Stops a visit to the Secret Service from another thread. A call that is stopped fails at once
 * instead of being carried out when the service wakes up.
 */
final class Cancellation implements AutoCloseable {
  private final GLib glib;
  private final MemorySegment cancellable;
  private boolean released;

  Cancellation(NativeLibrary library) {
    this.glib = new GLib(library);
    this.cancellable = glib.call("g_cancellable_new");
  }

  /** The {@code GCancellable} to hand to the calls. */
  MemorySegment cancellable() {
    return cancellable;
  }

  /** Stops the calls that are under way and those to come. */
  synchronized void cancel() {
    if (!released) {
      MemorySegment _ = glib.call("g_cancellable_cancel", cancellable);
    }
  }

  /** Releases the native object; after that {@link #cancel} does nothing. */
  @Override
  public synchronized void close() {
    released = true;
    MemorySegment _ = glib.call("g_object_unref", cancellable);
  }
}
