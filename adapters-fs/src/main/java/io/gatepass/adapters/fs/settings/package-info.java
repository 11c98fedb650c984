/** The user's settings file, the environment's settings and the machine policy. */
@NullMarked
package io.gatepass.adapters.fs.settings;

import org.jspecify.annotations.NullMarked;
