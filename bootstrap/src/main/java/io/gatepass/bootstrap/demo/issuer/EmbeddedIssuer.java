package io.gatepass.bootstrap.demo.issuer;

import io.gatepass.bootstrap.demo.http.LoopbackServer;
import io.gatepass.bootstrap.demo.http.Parameters;
import io.gatepass.bootstrap.demo.http.Reply;
import io.gatepass.bootstrap.demo.http.Request;
import io.gatepass.bootstrap.demo.issuer.IssuerLog.Kind;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Fault;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * An OIDC provider on loopback for the demo and for tests: authorization code with PKCE, rotating
 * refresh tokens, revocation, ES256 ID tokens, one user, one public client. It keeps nothing on
 * disk.
 */
public final class EmbeddedIssuer implements AutoCloseable {
  private static final Set<Kind> FRONT_CHANNEL = EnumSet.of(Kind.AUTHORIZATION, Kind.CONSENT);

  private final IssuerLog log = new IssuerLog();
  private final Grants grants;
  private final IdTokens idTokens;
  private final AuthorizationEndpoint authorization;
  private final TokenEndpoint token;
  private final String url;
  private volatile LoopbackServer server;
  private volatile IssuerPolicy policy;
  private volatile Consumer<Kind> beforeAnswer = _ -> {};

  private EmbeddedIssuer(
      LoopbackServer server, String url, String clientId, IssuerPolicy policy, InstantSource clock)
      throws GeneralSecurityException {
    this.server = server;
    this.url = url;
    this.policy = policy;
    this.grants = new Grants(clock, log);
    this.idTokens = IdTokens.of(url, clock);
    this.authorization = new AuthorizationEndpoint(url, clientId, grants, this::policy);
    this.token = new TokenEndpoint(clientId, grants, idTokens, log, this::policy);
  }

  /**
   * Starts an issuer on a free port.
   *
   * @param clientId the one client that it knows
   * @throws IOException if no port is free
   * @throws GeneralSecurityException if this Java has no ES256
   */
  public static EmbeddedIssuer start(String clientId, IssuerPolicy policy, InstantSource clock)
      throws IOException, GeneralSecurityException {
    LoopbackServer server = LoopbackServer.bind(0);
    return started(new EmbeddedIssuer(server, server.origin(), clientId, policy, clock));
  }

  /**
   * Starts an issuer that is reached through something in front of it.
   *
   * @param url the address by which the world knows it, without a slash at the end
   * @throws IOException if no port is free
   * @throws GeneralSecurityException if this Java has no ES256
   */
  public static EmbeddedIssuer behind(
      String url, String clientId, IssuerPolicy policy, InstantSource clock)
      throws IOException, GeneralSecurityException {
    return started(new EmbeddedIssuer(LoopbackServer.bind(0), url, clientId, policy, clock));
  }

  private static EmbeddedIssuer started(EmbeddedIssuer issuer) {
    issuer.server.serve(issuer::answer);
    return issuer;
  }

  /** The port on which it listens, on loopback. */
  public int port() {
    return server.port();
  }

  /** The issuer identifier, such as {@code http://127.0.0.1:41234}. */
  public String url() {
    return url;
  }

  /** Whether an access token is one of this issuer's, not expired and not revoked. */
  public boolean accepts(String accessToken) {
    return grants.accepts(accessToken);
  }

  /** What was asked and given. */
  public IssuerLog log() {
    return log;
  }

  /** How it behaves now. */
  public IssuerPolicy policy() {
    return policy;
  }

  /** Behaves otherwise from now on. */
  public void follow(IssuerPolicy changed) {
    policy = changed;
  }

  /** Revokes every refresh token, as an administrator would. */
  public void revokeAll() {
    grants.revokeAll();
  }

  /** Calls this before each answer; as long as it does not return, the issuer is silent. */
  public void beforeAnswer(Consumer<Kind> hook) {
    beforeAnswer = hook;
  }

  /** Goes down: connections are refused until {@link #restart}. */
  public void stop() {
    server.close();
  }

  /**
   * Comes back on the same port, with everything that was granted.
   *
   * @throws IOException if somebody else has taken the port
   */
  public void restart() throws IOException {
    LoopbackServer again = LoopbackServer.bind(server.port());
    again.serve(this::answer);
    server = again;
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Request request) {
    Kind kind = kind(request);
    Parameters parameters = request.method().equals("POST") ? request.form() : request.query();
    log.add(kind, parameters);
    beforeAnswer.accept(kind);
    if (policy.has(Fault.SERVER_ERROR) && !FRONT_CHANNEL.contains(kind)) {
      return Reply.whole(503, "text/plain", "down for maintenance");
    }
    return switch (kind) {
      case DISCOVERY -> Reply.json(200, metadata()).with("Cache-Control", "public, max-age=3600");
      case JWKS -> Reply.json(200, idTokens.keys());
      case AUTHORIZATION -> authorization.authorize(parameters);
      case CONSENT -> authorization.decide(parameters);
      case CODE_EXCHANGE, REFRESH -> token.answer(parameters);
      case REVOCATION -> revoke(parameters);
      case OTHER -> Reply.whole(404, "text/plain", "not here");
    };
  }

  private static Kind kind(Request request) {
    boolean refresh = request.form().text("grant_type").equals("refresh_token");
    return switch (request.method() + " " + request.path()) {
      case "GET /.well-known/openid-configuration" -> Kind.DISCOVERY;
      case "GET /jwks" -> Kind.JWKS;
      case "GET /authorize" -> Kind.AUTHORIZATION;
      case "POST /authorize" -> Kind.CONSENT;
      case "POST /token" -> refresh ? Kind.REFRESH : Kind.CODE_EXCHANGE;
      case "POST /revoke" -> Kind.REVOCATION;
      default -> Kind.OTHER;
    };
  }

  /** Revocation (RFC 7009 §2.2): a token that nobody knows is no error. */
  private Reply revoke(Parameters form) {
    grants.revoke(form.text("token"));
    return Reply.json(200, Map.of());
  }

  /** The metadata (OIDC Discovery §3, RFC 8414 §2). */
  private Map<String, Object> metadata() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("issuer", policy.has(Fault.FOREIGN_METADATA) ? url + "/other" : url);
    metadata.put("authorization_endpoint", url + "/authorize");
    metadata.put("token_endpoint", url + "/token");
    metadata.put("revocation_endpoint", url + "/revoke");
    metadata.put("jwks_uri", url + "/jwks");
    metadata.put("response_types_supported", List.of("code"));
    metadata.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
    metadata.put("subject_types_supported", List.of("public"));
    metadata.put("scopes_supported", List.of("openid", "offline_access"));
    metadata.put("id_token_signing_alg_values_supported", List.of("ES256"));
    metadata.put("token_endpoint_auth_methods_supported", List.of("none"));
    metadata.put(
        "code_challenge_methods_supported", List.of(policy.has(Fault.NO_S256) ? "plain" : "S256"));
    metadata.put("authorization_response_iss_parameter_supported", true);
    return metadata;
  }
}
