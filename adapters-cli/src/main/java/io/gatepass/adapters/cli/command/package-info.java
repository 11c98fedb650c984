/**
 * The commands, one class each: they turn options into a request and hand the outcome to a printer.
 */
@NullMarked
package io.gatepass.adapters.cli.command;

import org.jspecify.annotations.NullMarked;
