/** Whether an ID token can be believed: OIDC Core §3.1.3.7. */
@NullMarked
package io.gatepass.adapters.oidc.idtoken;

import org.jspecify.annotations.NullMarked;
