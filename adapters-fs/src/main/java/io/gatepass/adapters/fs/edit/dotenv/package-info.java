/** Lines of {@code KEY=value} as the npm package dotenv reads them, edited by splicing. */
@NullMarked
package io.gatepass.adapters.fs.edit.dotenv;

import org.jspecify.annotations.NullMarked;
