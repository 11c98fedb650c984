/** The encrypted file, and where its passphrase comes from. */
@NullMarked
package io.gatepass.adapters.fs.secret.encrypted;

import org.jspecify.annotations.NullMarked;
