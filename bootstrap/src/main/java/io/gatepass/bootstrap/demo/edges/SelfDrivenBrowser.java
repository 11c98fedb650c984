package io.gatepass.bootstrap.demo.edges;

import io.gatepass.adapters.oidc.browser.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Follows the issuer's redirects by itself, where there is no display and nobody looks. */
final class SelfDrivenBrowser implements Browser {
  @Override
  public boolean open(String url) {
    // In a thread of its own: the last address answers only when gatepass has the tokens.
    Thread.ofVirtual().name("demo-browser").start(() -> follow(url));
    return true;
  }

  private static void follow(String url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.getResponseCode();
      connection.disconnect();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
