/** Starts the user's browser. */
@NullMarked
package io.gatepass.adapters.oidc.browser;

import org.jspecify.annotations.NullMarked;
