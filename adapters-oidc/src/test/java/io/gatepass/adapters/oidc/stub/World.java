package io.gatepass.adapters.oidc.stub;

import io.gatepass.adapters.oidc.browser.Browser;
import io.gatepass.adapters.oidc.discovery.Discovery;
import io.gatepass.adapters.oidc.discovery.MetadataCache;
import io.gatepass.adapters.oidc.flow.BrowserLogin;
import io.gatepass.adapters.oidc.flow.OidcAuthorizationServer;
import io.gatepass.adapters.oidc.http.HttpClientFactory;
import io.gatepass.adapters.oidc.http.TimeLimit;
import io.gatepass.adapters.oidc.tls.PlatformTrust;
import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.AuthorizationServer.LoginWatch;
import io.gatepass.application.port.AuthorizationServer.Wish;
import io.gatepass.application.port.MovableClock;
import io.gatepass.application.port.RecordingNotices;
import io.gatepass.domain.oauth.TokenSet;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.settings.Settings;
import io.gatepass.domain.settings.SettingsLayer;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A stub issuer, a user with a browser, and the adapter between them. */
public final class World implements AutoCloseable {
  private static final LoginWatch NOBODY =
      new LoginWatch() {
        @Override
        public void pageReady(String url) {}

        @Override
        public Wish wish() {
          return Wish.WAIT;
        }
      };

  public final MovableClock clock = new MovableClock();
  public final StubIssuer issuer = new StubIssuer(this::timeAtTheIssuer);
  public final RecordingNotices notices = new RecordingNotices();
  public final FollowingBrowser browser = new FollowingBrowser();
  public final Path cache;

  private final Path directory = temporary();

  private final Map<SettingKey, SettingValue> options = new HashMap<>();

  private Consumer<String> reader = _ -> {};
  private volatile Duration machineAhead = Duration.ZERO;

  public World() {
    cache = directory.resolve("cache");
    set(SettingKey.GATEWAY_URL, "https://llm.example.com");
    set(SettingKey.ISSUER, issuer.issuer().value());
    set(SettingKey.CLIENT_ID, "gatepass-cli");
  }

  public void set(SettingKey key, String value) {
    options.put(key, SettingValue.parse(key, value));
  }

  /** From now on this machine's clock is fast by that much, or slow by a negative duration. */
  public void setMachineAhead(Duration duration) {
    clock.advance(duration.minus(machineAhead));
    machineAhead = duration;
  }

  /** From now on somebody opens every address that is printed, in a browser of their own. */
  public void somebodyOpensWhatIsPrinted() {
    reader = url -> Thread.ofVirtual().start(() -> browser.open(url));
  }

  public Connection connection() {
    return Connection.of(
        Settings.resolve(List.of(SettingsLayer.builtIn(), SettingsLayer.ofOptions(options))));
  }

  public OidcAuthorizationServer server() {
    return server(browser, Duration.ofSeconds(20), new TimeLimit(Duration.ofSeconds(15)));
  }

  public OidcAuthorizationServer server(Browser used, Duration patience, TimeLimit limit) {
    return new OidcAuthorizationServer(
        clients(clock, Map.of()),
        new Discovery(new MetadataCache(cache, clock)),
        new BrowserLogin(
            used, new WatchedNotices(notices, reader), new SecureRandom(), clock, patience),
        notices,
        clock,
        limit);
  }

  /** HTTP as a user has it whose environment that is. */
  public static HttpClientFactory clients(InstantSource clock, Map<String, String> environment) {
    Platform platform = platform(environment);
    return new HttpClientFactory(new PlatformTrust(platform), ForwardProxies.of(platform), clock);
  }

  public TokenSet login() {
    return login(server(), LoginChannel.BROWSER);
  }

  /** Signs in by that server, with nobody who wants anything of the login. */
  public TokenSet login(OidcAuthorizationServer server, LoginChannel channel) {
    return server.login(connection(), channel, NOBODY);
  }

  public static Platform platform(Map<String, String> environment) {
    return new Platform(Platform.Os.LINUX, "/home/ada", environment);
  }

  @Override
  public void close() {
    issuer.close();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Instant timeAtTheIssuer() {
    return clock.instant().minus(machineAhead);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("gatepass-oidc-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
