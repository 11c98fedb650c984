/** What the user or an administrator has set that defeats what setup writes. */
@NullMarked
package io.gatepass.adapters.fs.tool.override;

import org.jspecify.annotations.NullMarked;
