/** Settings files as people write them, and what is made of them. */
@NullMarked
package io.gatepass.adapters.fs.settings;

import org.jspecify.annotations.NullMarked;
