/** The published JSON Schema of tool definitions, and what a definition breaks of it. */
@NullMarked
package io.gatepass.adapters.fs.tool.definition.schema;

import org.jspecify.annotations.NullMarked;
