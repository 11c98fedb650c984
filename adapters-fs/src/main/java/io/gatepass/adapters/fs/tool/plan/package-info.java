/** What setup would do to a tool's files, and what it tells of it. */
@NullMarked
package io.gatepass.adapters.fs.tool.plan;

import org.jspecify.annotations.NullMarked;
