/** Calls to the LLM gateway. */
@NullMarked
package io.gatepass.adapters.http.upstream;

import org.jspecify.annotations.NullMarked;
