/** The loopback proxy. */
@NullMarked
package io.gatepass.application.usecase.proxy;

import org.jspecify.annotations.NullMarked;
