/** Tokens: obtained from the first tier that has one, and forgotten. */
@NullMarked
package io.gatepass.application.usecase.token;

import org.jspecify.annotations.NullMarked;
