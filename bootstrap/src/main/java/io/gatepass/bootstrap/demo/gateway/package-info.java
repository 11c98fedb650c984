/** An LLM gateway on loopback that answers in the shapes of OpenAI, Anthropic and Gemini. */
@NullMarked
package io.gatepass.bootstrap.demo.gateway;

import org.jspecify.annotations.NullMarked;
