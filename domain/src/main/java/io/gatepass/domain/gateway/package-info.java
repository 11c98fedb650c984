/** The LLM gateway's address and what is derived from it. */
@NullMarked
package io.gatepass.domain.gateway;

import org.jspecify.annotations.NullMarked;
