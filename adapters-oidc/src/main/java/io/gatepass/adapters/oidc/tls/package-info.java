/** Whom TLS connections to the issuer trust. */
@NullMarked
package io.gatepass.adapters.oidc.tls;

import org.jspecify.annotations.NullMarked;
