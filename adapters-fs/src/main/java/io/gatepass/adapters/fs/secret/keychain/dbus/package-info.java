/** The few calls of the Secret Service that a look-up takes, spoken over D-Bus itself. */
@NullMarked
package io.gatepass.adapters.fs.secret.keychain.dbus;

import org.jspecify.annotations.NullMarked;
