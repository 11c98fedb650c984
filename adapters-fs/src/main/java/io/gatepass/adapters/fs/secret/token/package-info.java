/** The tokens, kept in a secret store and, where there is one, a private RAM file system. */
@NullMarked
package io.gatepass.adapters.fs.secret.token;

import org.jspecify.annotations.NullMarked;
