/** The composition root: it wires the adapters to the use cases and starts the program. */
@NullMarked
package io.gatepass.bootstrap;

import org.jspecify.annotations.NullMarked;
