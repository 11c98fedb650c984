package io.gatepass.adapters.oidc.discovery;

import io.gatepass.adapters.oidc.http.JsonAnswer;
import io.gatepass.adapters.oidc.http.Printable;
import io.gatepass.adapters.oidc.http.Unreachable;
import io.gatepass.domain.failure.GatepassException.Kind;
import io.gatepass.domain.failure.InvalidSettings;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.web.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a discovery document and refuses one that cannot be trusted: of another issuer (OIDC
 * Discovery §4.3), with an endpoint that is not https (http only on this machine, for an issuer on
 * this machine), or without PKCE by S256 (RFC 7636 §4.2) where it lists its methods.
 */
final class MetadataRules {
  private final Issuer issuer;
  private final JsonAnswer document;

  private MetadataRules(Issuer issuer, JsonAnswer document) {
    this.issuer = issuer;
    this.document = document;
  }

  /**
   * The metadata in the document.
   *
   * @throws InvalidSettings if this issuer must not be used
   * @throws IssuerUnreachable if the document is incomplete
   */
  static ProviderMetadata read(Issuer issuer, JsonAnswer document) {
    return new MetadataRules(issuer, document).read();
  }

  private ProviderMetadata read() {
    checkIssuer();
    checkPkce();
    URI authorization = endpoint("authorization_endpoint");
    return new ProviderMetadata(
        issuer,
        authorization,
        endpoint("token_endpoint"),
        endpoint("jwks_uri"),
        optionalEndpoint("revocation_endpoint"),
        document.flag("authorization_response_iss_parameter_supported"),
        ConsentPrompt.isNeeded(document, authorization));
  }

  private void checkIssuer() {
    String named =
        document.text("issuer").orElseThrow(() -> incomplete("does not say which issuer it is of"));
    if (!named.equals(issuer.value())) {
      throw refused(
          "names another issuer, \"" + Printable.of(named) + "\"",
          "Set the issuer exactly as whoever runs it writes it, letter by letter; a slash at the"
              + " end counts.");
    }
  }

  private void checkPkce() {
    Optional<List<String>> methods = document.texts("code_challenge_methods_supported");
    if (methods.isPresent() && !methods.get().contains("S256")) {
      throw refused(
          "does not offer PKCE with S256, without which a sign-in is not safe",
          "Ask whoever runs the issuer to allow PKCE with S256.");
    }
  }

  private URI endpoint(String name) {
    return optionalEndpoint(name).orElseThrow(() -> incomplete("has no " + name));
  }

  private Optional<URI> optionalEndpoint(String name) {
    return document.text(name).map(text -> checked(name, text));
  }

  private URI checked(String name, String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null
          && hasPossiblePort(uri)
          && uri.getRawFragment() == null
          && uri.getRawUserInfo() == null) {
        return secure(name, uri);
      }
      throw refused("has a " + name + " that is no web address", ASK);
    } catch (URISyntaxException e) {
      throw refused("has a " + name + " that is no web address", ASK);
    }
  }

  private static final String ASK = "Ask whoever runs the issuer to correct it.";

  private static boolean hasPossiblePort(URI uri) {
    return uri.getPort() != 0 && uri.getPort() <= 65535;
  }

  private URI secure(String name, URI uri) {
    boolean https = "https".equalsIgnoreCase(uri.getScheme());
    boolean local =
        "http".equalsIgnoreCase(uri.getScheme())
            && issuer.isLoopback()
            && WebAddress.isLoopback(uri.toString());
    if (!https && !local) {
      throw refused("has a " + name + " that is not https", ASK);
    }
    return uri;
  }

  private InvalidSettings refused(String what, String remedy) {
    return new InvalidSettings(
        Kind.FAILED, "The discovery document of the issuer " + issuer + " " + what + ".", remedy);
  }

  private IssuerUnreachable incomplete(String what) {
    return Unreachable.answered(issuer, "sent a discovery document that " + what);
  }
}
