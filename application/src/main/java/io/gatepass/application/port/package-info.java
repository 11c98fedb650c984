/** What the use cases need from the world, in domain types. */
@NullMarked
package io.gatepass.application.port;

import org.jspecify.annotations.NullMarked;
