/** What the proxy tells of itself: access log, metrics, health. */
@NullMarked
package io.gatepass.adapters.http.proxy.observe;

import org.jspecify.annotations.NullMarked;
