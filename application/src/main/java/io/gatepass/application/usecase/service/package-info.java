/** The loopback proxy as a service of the user's, and what has to follow its port. */
@NullMarked
package io.gatepass.application.usecase.service;

import org.jspecify.annotations.NullMarked;
