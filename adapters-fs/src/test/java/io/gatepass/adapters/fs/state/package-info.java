/** The contracts of the ports, kept with real files. */
@NullMarked
package io.gatepass.adapters.fs.state;

import org.jspecify.annotations.NullMarked;
