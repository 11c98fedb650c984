package io.gatepass.adapters.oidc.flow;

import io.gatepass.adapters.oidc.discovery.ProviderMetadata;
import io.gatepass.adapters.oidc.http.IssuerHttp;
import io.gatepass.adapters.oidc.token.OAuthEndpoints;
import io.gatepass.domain.oauth.ClientRegistration;
import io.gatepass.domain.oauth.Issuer;

/**
 * One client's open connection to its issuer.
 *
 * @param client who asks
 * @param metadata what the issuer says about itself
 * @param http how it is reached
 */
record Session(ClientRegistration client, ProviderMetadata metadata, IssuerHttp http) {
  Issuer issuer() {
    return client.issuer();
  }

  OAuthEndpoints endpoints() {
    return new OAuthEndpoints(metadata, client, http);
  }
}
