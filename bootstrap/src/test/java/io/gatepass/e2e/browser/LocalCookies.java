package io.gatepass.e2e.browser;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Cookies as browsers keep them: this machine counts as a secure place, so that {@code Secure}
 * cookies go to an issuer on {@code http://127.0.0.1}.
 */
final class LocalCookies extends CookieManager {
  @Override
  public Map<String, List<String>> get(URI address, Map<String, List<String>> headers)
      throws IOException {
    return super.get(URI.create(address.toString().replaceFirst("^http:", "https:")), headers);
  }
}
