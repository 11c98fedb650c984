/** Where the proxy listens. */
@NullMarked
package io.gatepass.adapters.http.proxy.listen;

import org.jspecify.annotations.NullMarked;
