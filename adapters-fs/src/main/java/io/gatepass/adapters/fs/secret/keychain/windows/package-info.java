/** The Credential Manager of Windows. */
@NullMarked
package io.gatepass.adapters.fs.secret.keychain.windows;

import org.jspecify.annotations.NullMarked;
