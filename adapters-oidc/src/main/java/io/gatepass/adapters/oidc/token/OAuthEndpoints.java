package io.gatepass.adapters.oidc.token;

import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import io.gatepass.adapters.oidc.discovery.ProviderMetadata;
import io.gatepass.adapters.oidc.http.HttpReply;
import io.gatepass.adapters.oidc.http.IssuerHttp;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.ClientRegistration;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.Secret;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An issuer's authorization, token and revocation endpoints, as one public client uses them.
 * Nothing is sent twice.
 */
public final class OAuthEndpoints {
  private final ProviderMetadata metadata;
  private final ClientRegistration client;
  private final IssuerHttp http;

  /** The endpoints that the metadata names. */
  public OAuthEndpoints(ProviderMetadata metadata, ClientRegistration client, IssuerHttp http) {
    this.metadata = metadata;
    this.client = client;
    this.http = http;
  }

  /** There is nothing at the address of the endpoint (HTTP 404 or 410): the issuer has moved it. */
  public static final class Moved extends IOException {
    private static final long serialVersionUID = 1L;

    Moved() {
      super("there is no endpoint at that address any more");
    }
  }

  /**
   * Where the user's browser is sent (RFC 6749 §4.1.1). The address is no secret: it goes through a
   * browser, and whoever reads it cannot use the code without the PKCE verifier.
   */
  public String authorizationUrl(AuthorizationRequest request, String redirectUri) {
    return service(redirectUri)
        .createAuthorizationUrlBuilder()
        .scope(client.scopes().joined())
        .state(request.state().reveal())
        .pkce(request.pkce())
        .additionalParams(further(request))
        .build();
  }

  /**
   * Exchanges an authorization code for tokens (RFC 6749 §4.1.3).
   *
   * @param request the request that the code answers
   * @param redirectUri the same as in that request
   * @throws IssuerUnreachable if the issuer is in trouble or talks nonsense
   * @throws IOException if it does not answer
   */
  public TokenAnswer exchange(Secret code, AuthorizationRequest request, String redirectUri)
      throws IOException {
    AccessTokenRequestParams params =
        AccessTokenRequestParams.create(code.reveal())
            .pkceCodeVerifier(request.verifier().reveal());
    return read(
        service(redirectUri).exchange(params),
        List.of(code, request.verifier(), request.state(), request.nonce()));
  }

  /**
   * Exchanges a refresh token for tokens (RFC 6749 §6).
   *
   * @throws Moved if the endpoint is not there any more
   * @throws IssuerUnreachable if the issuer is in trouble or talks nonsense
   * @throws IOException if it does not answer
   */
  public TokenAnswer refresh(RefreshToken token) throws IOException {
    HttpReply reply = service(null).refresh(token.value().reveal());
    return read(present(reply), List.of(token.value()));
  }

  /**
   * Revokes a refresh token (RFC 7009 §2).
   *
   * @return the error, if the issuer refused
   * @throws Moved if the endpoint is not there any more
   * @throws IssuerUnreachable if the issuer is in trouble or talks nonsense
   * @throws IOException if it does not answer
   */
  public Optional<TokenAnswer.Refused> revoke(RefreshToken token) throws IOException {
    HttpReply reply = present(service(null).revoke(token.value().reveal()));
    return reply.status() >= 200 && reply.status() < 300
        ? Optional.empty()
        : Optional.of(new TokenAnswers(metadata.issuer()).error(reply, List.of(token.value())));
  }

  private Map<String, String> further(AuthorizationRequest request) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("nonce", request.nonce().reveal());
    if (metadata.wantsConsentPrompt()) {
      parameters.put("prompt", "consent");
    }
    client
        .audience()
        .ifPresent(audience -> {
          parameters.put("audience", audience);
          parameters.put("resource", audience);
        });
    return parameters;
  }

  private TokenAnswer read(HttpReply reply, List<Secret> sent) {
    return new TokenAnswers(metadata.issuer()).read(reply, sent);
  }

  private static HttpReply present(HttpReply reply) throws Moved {
    if (reply.status() == 404 || reply.status() == 410) {
      throw new Moved();
    }
    return reply;
  }

  private PublicClient service(@Nullable String redirectUri) {
    return new PublicClient(new IssuerApi(metadata), client, redirectUri, new ScribeHttp(http));
  }
}
