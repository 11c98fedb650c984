/** The loopback proxy as a service: its files, and the system's programs that run it. */
@NullMarked
package io.gatepass.adapters.fs.service;

import org.jspecify.annotations.NullMarked;
