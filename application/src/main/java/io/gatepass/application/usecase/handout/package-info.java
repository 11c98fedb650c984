/** Handing out tokens to tools, which cannot say what came of the one before. */
@NullMarked
package io.gatepass.application.usecase.handout;

import org.jspecify.annotations.NullMarked;
