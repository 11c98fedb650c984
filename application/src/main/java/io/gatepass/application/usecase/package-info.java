/** What gatepass does: one final class a use case, one public method each. */
@NullMarked
package io.gatepass.application.usecase;

import org.jspecify.annotations.NullMarked;
