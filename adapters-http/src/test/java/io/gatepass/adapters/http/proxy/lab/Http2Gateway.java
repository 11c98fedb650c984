package io.gatepass.adapters.http.proxy.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.gatepass.application.net.Certificates;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** One that speaks HTTP/2 only, over TLS. */
public final class Http2Gateway implements Gateway {
  private final BlockingQueue<Message> asked = new LinkedBlockingQueue<>();
  private final Server server = new Server();
  private final ServerConnector connector;
  private final SSLContext trust;
  private volatile List<Message> answers = List.of();

  /** Starts; the authority's files go into that directory. */
  public Http2Gateway(Path directory) throws Exception {
    Certificates certificates = new Certificates(directory);
    trust = certificates.trusting();
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(certificates.server("localhost", "-1d"));
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    connector =
        new ServerConnector(
            server,
            new SslConnectionFactory(tls, "alpn"),
            new ALPNServerConnectionFactory("h2"),
            new HTTP2ServerConnectionFactory(configuration));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            answer(request, response, callback);
            return true;
          }
        });
    server.start();
  }

  @Override
  public String url() {
    return "https://localhost:" + connector.getLocalPort();
  }

  @Override
  public SSLContext trust() {
    return trust;
  }

  @Override
  public void answers(List<Message> messages) {
    asked.clear();
    answers = messages;
  }

  @Override
  public Message asked() throws InterruptedException {
    Message message = asked.poll(60, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("nobody has asked");
    }
    return message;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(Request request, Response response, Callback callback) throws Exception {
    try (InputStream body = Content.Source.asInputStream(request)) {
      String bytes = new String(body.readAllBytes(), ISO_8859_1);
      String start = request.getMethod() + " " + request.getHttpURI().getPathQuery();
      asked.add(new Message(start, list(request.getHeaders()), bytes, list(request.getTrailers())));
    }
    List<Message> now = new ArrayList<>(answers);
    Message last = now.removeLast();
    for (Message interim : now) {
      response.writeInterim(interim.status(), fields(interim.headers())).get();
    }
    response.setStatus(last.status());
    fields(last.headersWithout("transfer-encoding", "connection"))
        .forEach(response.getHeaders()::add);
    if (!last.trailers().isEmpty()) {
      HttpFields trailers = fields(last.trailers());
      response.setTrailersSupplier(() -> trailers);
    }
    // In two steps: else Jetty would count the bytes, and a counted body has no trailers in
    // HTTP/1.1.
    Callback end = Callback.from(() -> response.write(true, null, callback), callback::failed);
    response.write(false, ISO_8859_1.encode(last.body()), end);
  }

  private static List<String> list(HttpFields fields) {
    return fields == null
        ? List.of()
        : fields.stream().map(it -> it.getName() + ": " + it.getValue()).toList();
  }

  private static HttpFields fields(List<String> headers) {
    HttpFields.Mutable fields = HttpFields.build();
    headers.forEach(it -> {
      int colon = it.indexOf(':');
      fields.add(new HttpField(it.substring(0, colon), it.substring(colon + 1).strip()));
    });
    return fields.asImmutable();
  }
}
