/** Where the parts of a TOML document stand in its text. Offsets are in UTF-16 code units. */
@NullMarked
package io.gatepass.adapters.fs.edit.toml.span;

import org.jspecify.annotations.NullMarked;
