/** The Secret Service (GNOME Keyring, KWallet) by libsecret. */
@NullMarked
package io.gatepass.adapters.fs.secret.keychain.linux;

import org.jspecify.annotations.NullMarked;
