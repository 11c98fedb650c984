/** TOML: spans found by a parser that keeps positions, edits made by splicing. */
@NullMarked
package io.gatepass.adapters.fs.edit.toml;

import org.jspecify.annotations.NullMarked;
