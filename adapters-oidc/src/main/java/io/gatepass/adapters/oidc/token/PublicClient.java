package io.gatepass.adapters.oidc.token;

import com.github.scribejava.core.model.OAuthRequest;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.revoke.TokenTypeHint;
import io.gatepass.adapters.oidc.http.HttpReply;
import io.gatepass.domain.oauth.ClientRegistration;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * ScribeJava's OAuth client, for its requests; the replies are handed back as they came (see {@link
 * TokenAnswers}). It has no secret and writes no debug stream. {@code resource} (RFC 8707 §2.2)
 * goes with the code exchange and every refresh.
 */
final class PublicClient extends OAuth20Service {
  private static final String RESPONSE_TYPE = "code";

  private final Optional<String> resource;

  PublicClient(
      IssuerApi api,
      ClientRegistration registration,
      @Nullable String redirectUri,
      ScribeHttp http) {
    super(
        api,
        registration.clientId(),
        null,
        redirectUri,
        null,
        RESPONSE_TYPE,
        null,
        null,
        null,
        http);
    this.resource = registration.audience();
  }

  HttpReply exchange(AccessTokenRequestParams params) throws IOException {
    return sent(withResource(createAccessTokenRequest(params)));
  }

  HttpReply refresh(String refreshToken) throws IOException {
    return sent(withResource(createRefreshTokenRequest(refreshToken, null)));
  }

  HttpReply revoke(String refreshToken) throws IOException {
    return sent(createRevokeTokenRequest(refreshToken, TokenTypeHint.REFRESH_TOKEN));
  }

  private OAuthRequest withResource(OAuthRequest request) {
    resource.ifPresent(it -> request.addParameter("resource", it));
    return request;
  }

  private HttpReply sent(OAuthRequest request) throws IOException {
    try (Response response = execute(request)) {
      return new HttpReply(response.getCode(), response.getHeaders(), response.getBody());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the request was interrupted");
    } catch (ExecutionException e) {
      throw new IOException("the request came to nothing", e);
    }
  }
}
