/** The Keychain of macOS. */
@NullMarked
package io.gatepass.adapters.fs.secret.keychain.macos;

import org.jspecify.annotations.NullMarked;
