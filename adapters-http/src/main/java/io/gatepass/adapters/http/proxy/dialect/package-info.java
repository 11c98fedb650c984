/** The proxy's own answers, in the words of the API that the caller speaks. */
@NullMarked
package io.gatepass.adapters.http.proxy.dialect;

import org.jspecify.annotations.NullMarked;
