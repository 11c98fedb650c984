/** The login session that gatepass runs in. */
@NullMarked
package io.gatepass.adapters.fs.session;

import org.jspecify.annotations.NullMarked;
