/** The grammar of TOML 1.1: from a text to the spans of its parts. */
@NullMarked
package io.gatepass.adapters.fs.edit.toml.parse;

import org.jspecify.annotations.NullMarked;
