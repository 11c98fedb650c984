/** Printers of the commands below {@code gatepass proxy}. */
@NullMarked
package io.gatepass.adapters.cli.output.proxy;

import org.jspecify.annotations.NullMarked;
