/** Programs that are ours as a whole. */
@NullMarked
package io.gatepass.adapters.fs.edit.script;

import org.jspecify.annotations.NullMarked;
