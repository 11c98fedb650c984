/** What printers have in common: a line a tool, JSON. */
@NullMarked
package io.gatepass.adapters.cli.output.part;

import org.jspecify.annotations.NullMarked;
