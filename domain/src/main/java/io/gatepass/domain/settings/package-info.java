/** The settings, where each value came from, and the connection they describe. */
@NullMarked
package io.gatepass.domain.settings;

import org.jspecify.annotations.NullMarked;
