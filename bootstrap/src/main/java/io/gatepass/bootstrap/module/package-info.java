/** The object graph: one Guice module an adapter, and one for the use cases. */
@NullMarked
package io.gatepass.bootstrap.module;

import org.jspecify.annotations.NullMarked;
