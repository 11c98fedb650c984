/** {@code gatepass demo}: the whole story in a sandbox, without an account. */
@NullMarked
package io.gatepass.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
