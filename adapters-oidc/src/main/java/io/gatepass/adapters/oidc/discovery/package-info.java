/** What the issuer says about itself: OpenID Connect Discovery 1.0 and RFC 8414. */
@NullMarked
package io.gatepass.adapters.oidc.discovery;

import org.jspecify.annotations.NullMarked;
