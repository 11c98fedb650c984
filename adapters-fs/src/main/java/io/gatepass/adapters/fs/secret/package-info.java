/** Secret stores: a keychain, an encrypted file, the environment; and the tokens kept in them. */
@NullMarked
package io.gatepass.adapters.fs.secret;

import org.jspecify.annotations.NullMarked;
