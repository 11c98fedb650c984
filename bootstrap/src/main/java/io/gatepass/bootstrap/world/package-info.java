/** What the object graph stands on: the process it runs in and the build it is. */
@NullMarked
package io.gatepass.bootstrap.world;

import org.jspecify.annotations.NullMarked;
