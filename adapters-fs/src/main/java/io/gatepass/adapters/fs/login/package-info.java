/** The login under way: one process runs it, the others see it and wait for it. */
@NullMarked
package io.gatepass.adapters.fs.login;

import org.jspecify.annotations.NullMarked;
