package io.gatepass.adapters.oidc.http;

import io.gatepass.domain.web.proxy.ForwardProxies;
import io.gatepass.domain.web.proxy.ForwardProxy;
import io.gatepass.domain.web.trouble.ThroughProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Requests to the issuer. A response of more than 1 MiB is refused. */
public final class IssuerHttp implements AutoCloseable {
  /** The longest response that is read, in bytes. */
  public static final int LIMIT = 1024 * 1024;

  private final CloseableHttpClient client;
  private final ForwardProxies proxies;
  private final IssuerClock clock;

  IssuerHttp(CloseableHttpClient client, ForwardProxies proxies, IssuerClock clock) {
    this.client = client;
    this.proxies = proxies;
    this.clock = clock;
  }

  /** The response is longer than {@link #LIMIT}. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("the response is longer than " + LIMIT + " bytes");
    }
  }

  /**
   * Asks for a JSON document.
   *
   * @throws IOException if there is no whole response within the time limits
   */
  public HttpReply get(URI address) throws IOException {
    return send(address, new HttpGet(address));
  }

  /**
   * Sends a form.
   *
   * @param form the encoded parameters
   * @throws IOException if there is no whole response within the time limits
   */
  public HttpReply post(URI address, byte[] form) throws IOException {
    HttpPost request = new HttpPost(address);
    request.setEntity(new ByteArrayEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
    HttpReply reply = send(address, request);
    clock.learn(reply);
    return reply;
  }

  /** What time it is at the issuer. */
  public IssuerClock clock() {
    return clock;
  }

  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  private HttpReply send(URI address, HttpUriRequestBase request) throws IOException {
    request.setHeader(HttpHeaders.ACCEPT, "application/json");
    Optional<ForwardProxy> proxy = proxies.towards(address);
    HttpClientContext context = HttpClientContext.create();
    try {
      return client.execute(
          request,
          context,
          response -> {
            if (proxy.isPresent()) {
              requireTunnel(context, response);
            }
            return read(request, response);
          });
    } catch (TooLong e) {
      throw e;
    } catch (IOException e) {
      throw proxy.isPresent() ? new ThroughProxy(proxy.get(), e) : e;
    }
  }

  /**
   * HttpClient hands on what a proxy answers to {@code CONNECT} as if the issuer had said it. Only
   * what came through TLS did.
   */
  private static void requireTunnel(HttpClientContext context, ClassicHttpResponse response)
      throws ThroughProxy.Refused {
    if (context.getSSLSession() == null) {
      throw new ThroughProxy.Refused(response.getCode());
    }
  }

  private static HttpReply read(HttpUriRequestBase request, ClassicHttpResponse response)
      throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers.merge(
          header.getName().toLowerCase(Locale.ROOT),
          header.getValue() == null ? "" : header.getValue(),
          (first, second) -> first + ", " + second);
    }
    return new HttpReply(response.getCode(), headers, body(request, response.getEntity()));
  }

  private static String body(HttpUriRequestBase request, @Nullable HttpEntity entity)
      throws IOException {
    if (entity == null) {
      return "";
    }
    byte[] bytes = entity.getContent().readNBytes(LIMIT + 1);
    if (bytes.length > LIMIT) {
      // Closing a response reads all that is left of it, unless its connection is cut off before.
      request.cancel();
      throw new TooLong();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
