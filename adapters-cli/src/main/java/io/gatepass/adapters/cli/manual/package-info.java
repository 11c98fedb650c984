/** Manual pages and completion scripts, made of the commands themselves. */
@NullMarked
package io.gatepass.adapters.cli.manual;

import org.jspecify.annotations.NullMarked;
