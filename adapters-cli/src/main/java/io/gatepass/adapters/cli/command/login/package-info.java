/** The commands about signing in. */
@NullMarked
package io.gatepass.adapters.cli.command.login;

import org.jspecify.annotations.NullMarked;
