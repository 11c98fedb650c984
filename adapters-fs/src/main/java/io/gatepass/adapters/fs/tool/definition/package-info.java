/** Tools as data: what a tool definition says. */
@NullMarked
package io.gatepass.adapters.fs.tool.definition;

import org.jspecify.annotations.NullMarked;
