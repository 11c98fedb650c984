/** The endpoints that tokens come from and go to: RFC 6749, RFC 7009, by ScribeJava. */
@NullMarked
package io.gatepass.adapters.oidc.token;

import org.jspecify.annotations.NullMarked;
