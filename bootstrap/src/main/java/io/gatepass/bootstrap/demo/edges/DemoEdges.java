package io.gatepass.bootstrap.demo.edges;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.fs.secret.token.RuntimeCache;
import io.gatepass.adapters.fs.secret.token.SecretTokenStore;
import io.gatepass.adapters.oidc.browser.Browser;
import io.gatepass.adapters.oidc.browser.SystemBrowser;
import io.gatepass.application.port.LoginProcess;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Secrets in memory, no machine policy, and a browser that drives itself where nobody looks. One
 * module serves every command of a demo, so that they share the secrets.
 */
public final class DemoEdges extends AbstractModule {
  private final Path policy;
  private final boolean byItself;
  private final SecretStore secrets = new DemoSecrets();

  /**
   * The edges of one demo.
   *
   * @param policy a file that is not there, in place of the machine's policy
   * @param byItself whether the sign-in completes by itself
   */
  public DemoEdges(Path policy, boolean byItself) {
    this.policy = policy;
    this.byItself = byItself;
  }

  @Provides
  @Singleton
  Browser browser(Platform platform) {
    return byItself ? new SelfDrivenBrowser() : new SystemBrowser(platform);
  }

  @Provides
  @Singleton
  SecretStore secretStore() {
    return secrets;
  }

  @Provides
  @Singleton
  TokenStore tokenStore(Platform platform) {
    return new SecretTokenStore(secrets, new RuntimeCache(Optional.empty(), false), platform);
  }

  /** A process of its own would not have these secrets. */
  @Provides
  @Singleton
  LoginProcess loginProcess() {
    return new NoLoginProcess();
  }

  @Provides
  @Singleton
  UserDirectories directories(Platform platform) {
    UserDirectories usual = UserDirectories.of(platform);
    return new UserDirectories(usual.settings(), usual.state(), policy, usual.runtime());
  }
}
