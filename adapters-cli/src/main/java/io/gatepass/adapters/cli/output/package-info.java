/** What a person, or a program, gets to read. */
@NullMarked
package io.gatepass.adapters.cli.output;

import org.jspecify.annotations.NullMarked;
