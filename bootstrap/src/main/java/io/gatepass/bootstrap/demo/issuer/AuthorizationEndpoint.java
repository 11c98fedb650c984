package io.gatepass.bootstrap.demo.issuer;

import io.gatepass.bootstrap.demo.http.Parameters;
import io.gatepass.bootstrap.demo.http.Reply;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The authorization endpoint (RFC 6749 §3.1) with PKCE (RFC 7636) and {@code iss} (RFC 9207). */
final class AuthorizationEndpoint {
  /** A native app's loopback redirect, on any port (RFC 8252 §7.3). */
  private static final Pattern LOOPBACK_REDIRECT =
      Pattern.compile("http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?/[^?#]*");

  /** The Base64url form of 32 bytes (RFC 7636 §4.2). */
  private static final Pattern S256_CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final String issuer;
  private final String clientId;
  private final Grants grants;
  private final Supplier<IssuerPolicy> policy;
  private final Map<String, Parameters> asked = new ConcurrentHashMap<>();

  AuthorizationEndpoint(
      String issuer, String clientId, Grants grants, Supplier<IssuerPolicy> policy) {
    this.issuer = issuer;
    this.clientId = clientId;
    this.grants = grants;
    this.policy = policy;
  }

  /** Answers an authorization request. */
  Reply authorize(Parameters request) {
    if (!request.text("client_id").equals(clientId)) {
      return ConsentPage.refuse("The client is not known here.");
    }
    if (!LOOPBACK_REDIRECT.matcher(request.text("redirect_uri")).matches()) {
      return ConsentPage.refuse("The redirect address is not one of this client's.");
    }
    Optional<Reply> refusal = check(request);
    return refusal.orElseGet(() -> consent(request));
  }

  /** Answers the consent page's form. */
  Reply decide(Parameters decision) {
    Parameters request = asked.remove(decision.text("request"));
    if (request == null) {
      return ConsentPage.refuse("This page has been answered already.");
    }
    return decision.text("decision").equals("approve") ? approve(request) : deny(request);
  }

  private Optional<Reply> check(Parameters request) {
    if (!request.text("response_type").equals("code")) {
      return Optional.of(error(request, "unsupported_response_type", "only code is supported"));
    }
    if (!scopes(request).contains("openid")) {
      return Optional.of(error(request, "invalid_scope", "openid is missing"));
    }
    if (!request.text("code_challenge_method").equals("S256")
        || !S256_CHALLENGE.matcher(request.text("code_challenge")).matches()) {
      return Optional.of(error(request, "invalid_request", "PKCE with S256 is required"));
    }
    if (request.text("prompt").equals("none")) {
      return Optional.of(error(request, "login_required", "there are no sessions here"));
    }
    return Optional.empty();
  }

  private Reply consent(Parameters request) {
    Consent consent = policy.get().consent();
    return switch (consent) {
      case APPROVE -> approve(request);
      case DENY -> deny(request);
      case ASK -> {
        String id = grants.random();
        asked.put(id, request);
        yield ConsentPage.ask(clientId, id);
      }
    };
  }

  private Reply approve(Parameters request) {
    String code =
        grants.code(
            new Grants.Consented(
                clientId,
                request.text("redirect_uri"),
                request.text("code_challenge"),
                request.get("nonce"),
                scopes(request).contains("offline_access")));
    return redirect(request, Map.of("code", code));
  }

  private Reply deny(Parameters request) {
    return error(request, "access_denied", "The user refused the sign-in.");
  }

  private Reply error(Parameters request, String error, String description) {
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("error", error);
    answer.put("error_description", description);
    return redirect(request, answer);
  }

  private Reply redirect(Parameters request, Map<String, String> answer) {
    IssuerPolicy now = policy.get();
    Map<String, String> values = new LinkedHashMap<>(answer);
    request
        .get("state")
        .ifPresent(state -> values.put("state", now.has(Fault.WRONG_STATE) ? "x" + state : state));
    if (!now.has(Fault.MISSING_ISS_PARAMETER)) {
      values.put("iss", now.has(Fault.WRONG_ISS_PARAMETER) ? issuer + "/other" : issuer);
    }
    return Reply.redirect(request.text("redirect_uri") + "?" + new Parameters(values).encode());
  }

  private static List<String> scopes(Parameters request) {
    return List.of(request.text("scope").split(" ", -1));
  }
}
