/** An OIDC provider on loopback that nobody needs an account at. */
@NullMarked
package io.gatepass.bootstrap.demo.issuer;

import org.jspecify.annotations.NullMarked;
