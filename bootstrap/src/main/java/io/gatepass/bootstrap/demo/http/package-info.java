/** A small HTTP server on loopback, for the embedded issuer and the embedded gateway. */
@NullMarked
package io.gatepass.bootstrap.demo.http;

import org.jspecify.annotations.NullMarked;
