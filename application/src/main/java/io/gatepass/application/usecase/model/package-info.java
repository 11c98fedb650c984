/** What the gateway's models are. */
@NullMarked
package io.gatepass.application.usecase.model;

import org.jspecify.annotations.NullMarked;
