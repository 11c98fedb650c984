/** Tests with real files, and child processes that are killed. */
@NullMarked
package io.gatepass.adapters.fs.file;

import org.jspecify.annotations.NullMarked;
