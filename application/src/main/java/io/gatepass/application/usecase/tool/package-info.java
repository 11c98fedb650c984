/** What is known of tools. */
@NullMarked
package io.gatepass.application.usecase.tool;

import org.jspecify.annotations.NullMarked;
