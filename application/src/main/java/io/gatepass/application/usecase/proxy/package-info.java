/** The loopback proxy: its local key, and how it runs as a service of the user's. */
@NullMarked
package io.gatepass.application.usecase.proxy;

import org.jspecify.annotations.NullMarked;
