/** Where the parts of a JSON document stand: Jackson's tokens and what is between them. */
@NullMarked
package io.gatepass.adapters.fs.edit.jsonc.parse;

import org.jspecify.annotations.NullMarked;
