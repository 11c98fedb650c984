/** An LLM gateway on loopback that answers in the shapes of OpenAI and Anthropic. */
@NullMarked
package io.gatepass.bootstrap.demo.gateway;

import org.jspecify.annotations.NullMarked;
