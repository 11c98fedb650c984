/** The sign-in from its first request to its last page, and the refresh and the revocation. */
@NullMarked
package io.gatepass.adapters.oidc.flow;

import org.jspecify.annotations.NullMarked;
