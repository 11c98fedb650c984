/** Runs a command line: failures are printed and turned into an exit code here, once. */
@NullMarked
package io.gatepass.adapters.cli.run;

import org.jspecify.annotations.NullMarked;
