package io.gatepass.adapters.oidc.token;

import com.github.scribejava.core.builder.api.DefaultApi20;
import com.github.scribejava.core.oauth2.clientauthentication.ClientAuthentication;
import com.github.scribejava.core.oauth2.clientauthentication.RequestBodyAuthenticationScheme;
import io.gatepass.adapters.oidc.discovery.ProviderMetadata;
import java.net.URI;

/**
 * ScribeJava's picture of an issuer, drawn from its discovery document. A public client names
 * itself in the body and never by HTTP Basic (RFC 6749 §3.2.1).
 */
final class IssuerApi extends DefaultApi20 {
  private final ProviderMetadata metadata;

  IssuerApi(ProviderMetadata metadata) {
    this.metadata = metadata;
  }

  @Override
  public String getAccessTokenEndpoint() {
    return metadata.tokenEndpoint().toString();
  }

  @Override
  public String getRevokeTokenEndpoint() {
    return metadata
        .revocationEndpoint()
        .map(URI::toString)
        .orElseGet(super::getRevokeTokenEndpoint);
  }

  @Override
  protected String getAuthorizationBaseUrl() {
    return metadata.authorizationEndpoint().toString();
  }

  @Override
  public ClientAuthentication getClientAuthentication() {
    return RequestBodyAuthenticationScheme.instance();
  }
}
