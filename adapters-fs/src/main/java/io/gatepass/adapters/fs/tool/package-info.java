/** Tools' configuration files: edited, rolled back and put back. */
@NullMarked
package io.gatepass.adapters.fs.tool;

import org.jspecify.annotations.NullMarked;
