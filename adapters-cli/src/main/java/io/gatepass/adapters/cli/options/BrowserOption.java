package io.gatepass.adapters.cli.options;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import picocli.CommandLine.Option;

/** How the user gets to see the authorization page. */
public final class BrowserOption {
  @Option(
      names = "--skip-browser",
      description = "Print the address to sign in at instead of opening a browser (SSH, CI).")
  private boolean skipBrowser;

  /** The chosen channel. */
  public LoginChannel channel() {
    return skipBrowser ? LoginChannel.PRINTED_URL : LoginChannel.BROWSER;
  }
}
