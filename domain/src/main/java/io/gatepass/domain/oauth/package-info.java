/** OAuth 2.0 and OpenID Connect values: RFC 6749, RFC 8252, OIDC Core. */
@NullMarked
package io.gatepass.domain.oauth;

import org.jspecify.annotations.NullMarked;
