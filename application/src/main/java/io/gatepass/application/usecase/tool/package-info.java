/** Tools: listed, configured and put back. */
@NullMarked
package io.gatepass.application.usecase.tool;

import org.jspecify.annotations.NullMarked;
