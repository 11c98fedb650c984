/** The commands below {@code gatepass proxy}, one class each. */
@NullMarked
package io.gatepass.adapters.cli.command.proxy;

import org.jspecify.annotations.NullMarked;
