package io.gatepass.adapters.oidc.discovery;

import io.gatepass.adapters.oidc.http.HttpReply;
import io.gatepass.adapters.oidc.http.IssuerHttp;
import io.gatepass.adapters.oidc.http.JsonAnswer;
import io.gatepass.adapters.oidc.http.Unreachable;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * Finds an issuer's metadata at {@code /.well-known/openid-configuration} (OIDC Discovery §4), or
 * in the cache.
 */
public final class Discovery {
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";

  private final MetadataCache cache;

  /** Discovery with a cache. */
  public Discovery(MetadataCache cache) {
    this.cache = cache;
  }

  /**
   * Metadata and where it came from.
   *
   * @param metadata the metadata
   * @param cached whether it was in the cache, so that asking again might give another
   */
  public record Found(ProviderMetadata metadata, boolean cached) {}

  /**
   * The metadata from the cache, or else from the issuer.
   *
   * @throws InvalidSettings if this issuer must not be used
   * @throws IssuerUnreachable if its answer is no discovery document
   * @throws IOException if it does not answer
   */
  public Found find(Issuer issuer, IssuerHttp http) throws IOException {
    Optional<ProviderMetadata> cached = cached(issuer);
    return cached.isPresent() ? new Found(cached.get(), true) : new Found(ask(issuer, http), false);
  }

  /**
   * The metadata from the issuer, whatever the cache holds: a login begins so, because it must know
   * that the issuer is there before a browser is opened.
   *
   * @throws InvalidSettings if this issuer must not be used
   * @throws IssuerUnreachable if its answer is no discovery document
   * @throws IOException if it does not answer
   */
  public ProviderMetadata ask(Issuer issuer, IssuerHttp http) throws IOException {
    HttpReply reply = http.get(address(issuer));
    if (reply.isTrouble()) {
      throw Unreachable.answered(issuer, reply);
    }
    if (reply.status() != 200) {
      throw missing(issuer, "HTTP " + reply.status());
    }
    JsonAnswer document =
        JsonAnswer.parse(reply.body()).orElseThrow(() -> missing(issuer, "no JSON"));
    ProviderMetadata metadata = MetadataRules.read(issuer, document);
    cache.keep(issuer, reply.body(), Freshness.of(reply));
    return metadata;
  }

  private Optional<ProviderMetadata> cached(Issuer issuer) {
    try {
      return cache.find(issuer).map(document -> MetadataRules.read(issuer, document));
    } catch (InvalidSettings | IssuerUnreachable e) {
      // Only what kept the rules was stored: somebody changed the file. The issuer itself decides.
      return Optional.empty();
    }
  }

  /** A slash at the issuer's end is dropped here, and only here (OIDC Discovery §4.1). */
  private static URI address(Issuer issuer) {
    return URI.create(issuer.value().replaceFirst("/$", "") + WELL_KNOWN);
  }

  private static IssuerUnreachable missing(Issuer issuer, String found) {
    return new IssuerUnreachable(
        "There is no OIDC issuer at " + issuer + ": " + address(issuer) + " gave " + found + ".",
        "Check the issuer setting; if it is right, try again later.");
  }
}
