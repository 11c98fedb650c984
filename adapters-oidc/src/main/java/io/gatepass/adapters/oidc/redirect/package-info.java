/** The redirect listener on this machine (RFC 8252 §7.3) and what it shows in the browser. */
@NullMarked
package io.gatepass.adapters.oidc.redirect;

import org.jspecify.annotations.NullMarked;
