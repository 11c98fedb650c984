package io.gatepass.adapters.http.proxy;

import io.gatepass.adapters.http.proxy.forward.Outgoing;
import io.gatepass.domain.oauth.AccessToken;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** Puts the access token in the place of the client's credentials (RFC 6750 §2.1). */
final class TokenInjector implements Outgoing {
  @Override
  public @Nullable HttpField header(HttpField field) {
    return ClientCredentials.stripped(field);
  }

  @Override
  public @Nullable String query(@Nullable String query) {
    return ClientCredentials.stripped(query);
  }

  @Override
  public void authorize(HttpFields.Mutable headers, AccessToken token) {
    headers.put(HttpHeader.AUTHORIZATION, "Bearer " + token.value().reveal());
  }
}
