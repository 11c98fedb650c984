/** Texts as sequences of characters that must survive: encoding, places, pieces to replace. */
@NullMarked
package io.gatepass.adapters.fs.text;

import org.jspecify.annotations.NullMarked;
