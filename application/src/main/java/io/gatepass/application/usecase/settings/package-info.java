/** Settings: resolved from their layers, shown and edited. */
@NullMarked
package io.gatepass.application.usecase.settings;

import org.jspecify.annotations.NullMarked;
