/** What the rules read from sources, because class files do not hold it. */
@NullMarked
package io.gatepass.bootstrap.architecture.source;

import org.jspecify.annotations.NullMarked;
