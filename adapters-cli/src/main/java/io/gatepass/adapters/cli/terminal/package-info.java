/** The terminal that a person looks at. */
@NullMarked
package io.gatepass.adapters.cli.terminal;

import org.jspecify.annotations.NullMarked;
