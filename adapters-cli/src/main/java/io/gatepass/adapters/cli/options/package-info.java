/** What several commands' options have in common. */
@NullMarked
package io.gatepass.adapters.cli.options;

import org.jspecify.annotations.NullMarked;
