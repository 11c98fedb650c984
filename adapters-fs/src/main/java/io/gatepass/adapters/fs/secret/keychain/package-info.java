/** What the keychains of all systems share: native calls, a time limit, and words for failures. */
@NullMarked
package io.gatepass.adapters.fs.secret.keychain;

import org.jspecify.annotations.NullMarked;
