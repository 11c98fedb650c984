/** Files written whole or not at all, locks between processes, and the user's directories. */
@NullMarked
package io.gatepass.adapters.fs.file;

import org.jspecify.annotations.NullMarked;
