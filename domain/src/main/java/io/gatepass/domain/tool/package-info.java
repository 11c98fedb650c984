/** AI coding tools: what they are and what happened to their configuration. */
@NullMarked
package io.gatepass.domain.tool;

import org.jspecify.annotations.NullMarked;
