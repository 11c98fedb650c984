package io.gatepass.adapters.oidc.stub;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import io.gatepass.domain.oauth.Issuer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * An issuer on loopback that behaves well until a test scripts it otherwise: it checks PKCE,
 * rotates refresh tokens, and signs ID tokens for real.
 */
public final class StubIssuer implements AutoCloseable {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final Server server = new Server();
  private final Map<String, Object> discovery = new LinkedHashMap<>();
  private final Map<String, Function<Recorded, Reply>> endpoints = new HashMap<>();
  private final List<Recorded> requests = new CopyOnWriteArrayList<>();
  private final InstantSource clock;
  private final StubTokens tokens;
  private final Issuer issuer;

  /** A request as it came. */
  public record Recorded(
      String method, String path, Map<String, String> parameters, Map<String, String> headers) {
    public String parameter(String name) {
      return parameters.get(name);
    }
  }

  /** What to answer. */
  public record Reply(int status, Map<String, String> headers, String body) {
    public static Reply json(int status, Map<String, ?> body) {
      return new Reply(
          status, Map.of("Content-Type", "application/json"), JSONObjectUtils.toJSONString(body));
    }

    public static Reply oauthError(int status, String error, String description) {
      return json(status, Map.of("error", error, "error_description", description));
    }

    public static Reply text(int status, String body) {
      return new Reply(status, Map.of("Content-Type", "text/html"), body);
    }

    public static Reply redirect(String location) {
      return new Reply(302, Map.of("Location", location), "");
    }

    public Reply with(String header, String value) {
      Map<String, String> all = new HashMap<>(headers);
      all.put(header, value);
      return new Reply(status, all, body);
    }
  }

  public StubIssuer(InstantSource clock) {
    this.clock = clock;
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Scripted());
    start();
    issuer = Issuer.parse("http://127.0.0.1:" + connector.getLocalPort());
    tokens = new StubTokens(issuer, clock);
    describe();
    script("/.well-known/openid-configuration", _ -> Reply.json(200, discovery));
    script("/authorize", tokens::authorize);
    script("/token", tokens::token);
    script("/jwks", _ -> Reply.json(200, new JWKSet(tokens.publicKeys()).toJSONObject()));
    script("/revoke", tokens::revoke);
  }

  public Issuer issuer() {
    return issuer;
  }

  /** The discovery document, to be changed at will. */
  public Map<String, Object> discovery() {
    return discovery;
  }

  /** What it gives out, to be changed at will. */
  public StubTokens tokens() {
    return tokens;
  }

  /** Replaces an endpoint. */
  public void script(String path, Function<Recorded, Reply> endpoint) {
    endpoints.put(path, endpoint);
  }

  /** The requests to a path, in order. */
  public List<Recorded> requests(String path) {
    return requests.stream().filter(it -> it.path().equals(path)).toList();
  }

  public List<Recorded> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void start() {
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void describe() {
    discovery.put("issuer", issuer.value());
    discovery.put("authorization_endpoint", issuer + "/authorize");
    discovery.put("token_endpoint", issuer + "/token");
    discovery.put("jwks_uri", issuer + "/jwks");
    discovery.put("revocation_endpoint", issuer + "/revoke");
    discovery.put("code_challenge_methods_supported", List.of("S256"));
    discovery.put("authorization_response_iss_parameter_supported", true);
    discovery.put("scopes_supported", List.of("openid", "offline_access"));
  }

  private final class Scripted extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      Recorded recorded = record(request);
      requests.add(recorded);
      Reply reply =
          endpoints.getOrDefault(recorded.path(), _ -> Reply.text(404, "nothing")).apply(recorded);
      response.setStatus(reply.status());
      response.getHeaders().put("Date", DATE.format(clock.instant()));
      reply.headers().forEach(response.getHeaders()::put);
      response.write(
          true, ByteBuffer.wrap(reply.body().getBytes(StandardCharsets.UTF_8)), callback);
      return true;
    }

    private Recorded record(Request request) throws Exception {
      Map<String, String> headers = new HashMap<>();
      request.getHeaders().forEach(it -> headers.put(it.getLowerCaseName(), it.getValue()));
      String query = request.getHttpURI().getQuery();
      String form = Content.Source.asString(request, StandardCharsets.UTF_8);
      Map<String, String> parameters = new HashMap<>(Queries.parse(query == null ? "" : query));
      parameters.putAll(Queries.parse(form));
      return new Recorded(request.getMethod(), request.getHttpURI().getPath(), parameters, headers);
    }
  }
}
