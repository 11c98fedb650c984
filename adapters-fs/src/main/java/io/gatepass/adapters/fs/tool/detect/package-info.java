/** Which tools are installed here, and where their files are. */
@NullMarked
package io.gatepass.adapters.fs.tool.detect;

import org.jspecify.annotations.NullMarked;
