/**
 * Undo as the inverse of setup: what a record must hold, and how it is carried out on a text. Pure
 * functions; files are somebody else's business.
 */
@NullMarked
package io.gatepass.adapters.fs.undo;

import org.jspecify.annotations.NullMarked;
