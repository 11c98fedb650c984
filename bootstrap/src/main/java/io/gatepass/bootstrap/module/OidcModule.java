package io.gatepass.bootstrap.module;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.oidc.browser.Browser;
import io.gatepass.adapters.oidc.browser.SystemBrowser;
import io.gatepass.adapters.oidc.discovery.Discovery;
import io.gatepass.adapters.oidc.discovery.MetadataCache;
import io.gatepass.adapters.oidc.flow.BrowserLogin;
import io.gatepass.adapters.oidc.flow.OidcAuthorizationServer;
import io.gatepass.adapters.oidc.http.HttpClientFactory;
import io.gatepass.adapters.oidc.http.TimeLimit;
import io.gatepass.adapters.oidc.tls.PlatformTrust;
import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.TlsTrust;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The issuer and the browser. */
public final class OidcModule extends AbstractModule {
  @Provides
  @Singleton
  Browser browser(Platform platform) {
    return new SystemBrowser(platform);
  }

  @Provides
  @Singleton
  TlsTrust tlsTrust(Platform platform) {
    return new PlatformTrust(platform);
  }

  @Provides
  @Singleton
  AuthorizationServer authorizationServer(
      UserDirectories directories,
      Browser browser,
      Notices notices,
      InstantSource clock,
      TlsTrust trust,
      ForwardProxies proxies) {
    return new OidcAuthorizationServer(
        new HttpClientFactory(trust, proxies, clock),
        new Discovery(new MetadataCache(directories.state().resolve("discovery"), clock)),
        new BrowserLogin(browser, notices, new SecureRandom(), clock, BrowserLogin.PATIENCE),
        notices,
        clock,
        TimeLimit.USUAL);
  }
}
