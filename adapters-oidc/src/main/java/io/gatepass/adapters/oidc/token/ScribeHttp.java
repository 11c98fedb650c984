package io.gatepass.adapters.oidc.token;

import com.github.scribejava.core.httpclient.HttpClient;
import com.github.scribejava.core.httpclient.multipart.MultipartPayload;
import com.github.scribejava.core.model.OAuthAsyncRequestCallback;
import com.github.scribejava.core.model.OAuthRequest.ResponseConverter;
import com.github.scribejava.core.model.Response;
import com.github.scribejava.core.model.Verb;
import io.gatepass.adapters.oidc.http.HttpReply;
import io.gatepass.adapters.oidc.http.IssuerHttp;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * ScribeJava's requests over our HTTP client. OAuth needs one kind of them, a form that is posted;
 * all others are refused.
 */
final class ScribeHttp implements HttpClient {
  private final IssuerHttp http;

  ScribeHttp(IssuerHttp http) {
    this.http = http;
  }

  @Override
  public Response execute(
      String userAgent, Map<String, String> headers, Verb verb, String url, byte[] form)
      throws IOException {
    if (verb != Verb.POST) {
      throw unsupported();
    }
    HttpReply reply = http.post(URI.create(url), form);
    return new Response(reply.status(), null, reply.headers(), reply.body());
  }

  @Override
  public Response execute(
      String userAgent, Map<String, String> headers, Verb verb, String url, String body)
      throws IOException {
    return execute(userAgent, headers, verb, url, body.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Response execute(
      String userAgent, Map<String, String> headers, Verb verb, String url, MultipartPayload body) {
    throw unsupported();
  }

  @Override
  public Response execute(
      String userAgent, Map<String, String> headers, Verb verb, String url, File body) {
    throw unsupported();
  }

  @Override
  public <T> Future<T> executeAsync(
      String userAgent,
      Map<String, String> headers,
      Verb verb,
      String url,
      byte[] body,
      OAuthAsyncRequestCallback<T> callback,
      ResponseConverter<T> converter) {
    return CompletableFuture.failedFuture(unsupported());
  }

  @Override
  public <T> Future<T> executeAsync(
      String userAgent,
      Map<String, String> headers,
      Verb verb,
      String url,
      MultipartPayload body,
      OAuthAsyncRequestCallback<T> callback,
      ResponseConverter<T> converter) {
    return CompletableFuture.failedFuture(unsupported());
  }

  @Override
  public <T> Future<T> executeAsync(
      String userAgent,
      Map<String, String> headers,
      Verb verb,
      String url,
      String body,
      OAuthAsyncRequestCallback<T> callback,
      ResponseConverter<T> converter) {
    return CompletableFuture.failedFuture(unsupported());
  }

  @Override
  public <T> Future<T> executeAsync(
      String userAgent,
      Map<String, String> headers,
      Verb verb,
      String url,
      File body,
      OAuthAsyncRequestCallback<T> callback,
      ResponseConverter<T> converter) {
    return CompletableFuture.failedFuture(unsupported());
  }

  /** The HTTP client belongs to whoever opened it. */
  @Override
  public void close() {
    // Deliberately nothing: see above.
  }

  private static UnsupportedOperationException unsupported() {
    return new UnsupportedOperationException("gatepass posts forms to the issuer, nothing else");
  }
}
