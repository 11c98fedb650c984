/** The loopback proxy's static key, in the secret store. */
@NullMarked
package io.gatepass.adapters.fs.secret.local;

import org.jspecify.annotations.NullMarked;
