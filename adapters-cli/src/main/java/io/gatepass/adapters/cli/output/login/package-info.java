/** Prints what the commands about signing in say. */
@NullMarked
package io.gatepass.adapters.cli.output.login;

import org.jspecify.annotations.NullMarked;
