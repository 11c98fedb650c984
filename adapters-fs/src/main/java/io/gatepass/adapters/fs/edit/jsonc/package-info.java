/** JSON with comments and trailing commas: spans found by a parser, edits made by splicing. */
@NullMarked
package io.gatepass.adapters.fs.edit.jsonc;

import org.jspecify.annotations.NullMarked;
