/** Every way in which gatepass fails, each with what happened and what to do. */
@NullMarked
package io.gatepass.domain.failure;

import org.jspecify.annotations.NullMarked;
