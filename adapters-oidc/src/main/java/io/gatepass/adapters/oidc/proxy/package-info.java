/** Forward proxies on the way to the issuer. */
@NullMarked
package io.gatepass.adapters.oidc.proxy;

import org.jspecify.annotations.NullMarked;
