package io.gatepass.adapters.oidc.browser;

/** What shows the user the authorization page. */
@FunctionalInterface
public interface Browser {
  /**
   * Opens an address.
   *
   * @param url an http or https address
   * @return whether a browser took it; known at the latest after some seconds, for which this waits
   */
  boolean open(String url);
}
