/** What setup changed in a file, in enough detail to put it back to the byte. */
@NullMarked
package io.gatepass.domain.undo;

import org.jspecify.annotations.NullMarked;
