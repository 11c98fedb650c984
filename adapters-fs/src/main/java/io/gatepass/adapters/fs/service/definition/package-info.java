/** What a service is on each system: its file, and the commands that start and stop it. Pure. */
@NullMarked
package io.gatepass.adapters.fs.service.definition;

import org.jspecify.annotations.NullMarked;
