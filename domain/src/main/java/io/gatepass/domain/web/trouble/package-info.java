/** Why a server could not be reached, in the same words whoever called it. */
@NullMarked
package io.gatepass.domain.web.trouble;

import org.jspecify.annotations.NullMarked;
