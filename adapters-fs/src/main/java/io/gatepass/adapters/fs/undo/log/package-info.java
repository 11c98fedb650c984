/** The undo records as files, one a tool; their credentials in the secret store. */
@NullMarked
package io.gatepass.adapters.fs.undo.log;

import org.jspecify.annotations.NullMarked;
