/** Forward proxies, as the environment names them. */
@NullMarked
package io.gatepass.domain.web.proxy;

import org.jspecify.annotations.NullMarked;
