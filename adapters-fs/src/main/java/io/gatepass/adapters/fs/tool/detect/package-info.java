/**
 * Which tools are installed here, where their files are, and what in the environment defeats them.
 */
@NullMarked
package io.gatepass.adapters.fs.tool.detect;

import org.jspecify.annotations.NullMarked;
