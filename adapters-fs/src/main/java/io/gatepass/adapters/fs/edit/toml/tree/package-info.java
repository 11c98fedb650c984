/** The tables that the parts of a TOML document make, and the rules for making them. */
@NullMarked
package io.gatepass.adapters.fs.edit.toml.tree;

import org.jspecify.annotations.NullMarked;
