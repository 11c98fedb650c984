package io.gatepass.adapters.http.proxy.forward;

import io.gatepass.domain.oauth.AccessToken;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** What is changed in a request on its way out; everything else stays as it is. */
public interface Outgoing {
  /** The header as it goes on to the gateway; null where it does not. */
  @Nullable HttpField header(HttpField field);

  /** The query that goes on; null where there is none. */
  @Nullable String query(@Nullable String query);

  /** Adds the credentials for the gateway. */
  void authorize(HttpFields.Mutable headers, AccessToken token);
}
