/** How the issuer is talked to: one HTTP client, whom it trusts, and what its failures mean. */
@NullMarked
package io.gatepass.adapters.oidc.http;

import org.jspecify.annotations.NullMarked;
