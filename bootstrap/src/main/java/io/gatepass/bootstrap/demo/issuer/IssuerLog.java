package io.gatepass.bootstrap.demo.issuer;

import io.gatepass.bootstrap.demo.http.Parameters;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the embedded issuer was asked and what it gave away, for tests to look at. */
public final class IssuerLog {
  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final List<String> secrets = new CopyOnWriteArrayList<>();

  /** The kinds of request. */
  public enum Kind {
    /** The metadata (OIDC Discovery §4). */
    DISCOVERY,
    /** The keys (RFC 7517). */
    JWKS,
    /** The authorization endpoint (RFC 6749 §3.1). */
    AUTHORIZATION,
    /** The consent page's form. */
    CONSENT,
    /** The token endpoint, with a code (RFC 6749 §4.1.3). */
    CODE_EXCHANGE,
    /** The token endpoint, with a refresh token (RFC 6749 §6). */
    REFRESH,
    /** The revocation endpoint (RFC 7009). */
    REVOCATION,
    /** Anything else. */
    OTHER
  }

  /** One request. */
  private record Entry(Kind kind, Parameters parameters) {}

  /** How many requests of a kind came in, answered well or not. */
  public long count(Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  /** How many requests came in. */
  public int total() {
    return entries.size();
  }

  /** The parameters of every request of a kind, in order. */
  public List<Parameters> parameters(Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).map(Entry::parameters).toList();
  }

  /** Every code, token and PKCE verifier that was issued or shown. */
  public List<String> secrets() {
    return List.copyOf(secrets);
  }

  void add(Kind kind, Parameters parameters) {
    entries.add(new Entry(kind, parameters));
    parameters.get("code_verifier").ifPresent(secrets::add);
  }

  void addSecret(String secret) {
    secrets.add(secret);
  }
}
