/**
 * Editing configuration texts without losing a byte: every edit is a pure function from text to
 * text, and what it did can be taken back exactly.
 */
@NullMarked
package io.gatepass.adapters.fs.edit;

import org.jspecify.annotations.NullMarked;
