package io.gatepass.application.usecase.proxy;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.ProxyServer;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.failure.ProxyPortTaken;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.settings.Connection;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Runs the loopback proxy: whoever holds the local key is forwarded to the gateway with a fresh
 * access token. One sign-in serves every request that waits for it, and outlives each of them.
 */
public final class ServeProxy {
  private final ResolveSettings settings;
  private final ProxyServer server;
  private final ObtainToken obtainToken;
  private final LocalKeys localKeys;
  private final Notices notices;
  private final InstantSource clock;

  /**
   * How to run it.
   *
   * @param options values that lie over the stored settings for this run
   * @param channel how the user would get to see the authorization page
   */
  public record Request(Map<SettingKey, SettingValue> options, LoginChannel channel) {
    /** Copies the map. */
    public Request {
      options = Map.copyOf(options);
    }
  }

  /**
   * A proxy that listens.
   *
   * @param server the server, to be closed by the caller
   * @param connection what it forwards to
   */
  public record Outcome(ProxyServer.Running server, Connection connection) {}

  /** Wires the use case to its ports and to the use cases it is made of. */
  public ServeProxy(
      ResolveSettings settings,
      ProxyServer server,
      ObtainToken obtainToken,
      LocalKeys localKeys,
      Notices notices,
      InstantSource clock) {
    this.settings = settings;
    this.server = server;
    this.obtainToken = obtainToken;
    this.localKeys = localKeys;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Starts the proxy; no token is asked for before a request comes.
   *
   * @throws NotConfigured if a mandatory setting is missing
   * @throws ProxyPortTaken if another program has the port
   */
  public Outcome serve(Request request) {
    ResolveSettings.Outcome resolved =
        settings.resolve(new ResolveSettings.Request(request.options()));
    Connection connection = Connection.of(resolved.settings());
    resolved.warnings().forEach(notices::warning);
    AdmittedKey key = AdmittedKey.read(localKeys, notices, clock);
    TokenSource source = new TokenSource(obtainToken, connection, request.channel());
    SharedToken token = new SharedToken(source, clock, SharedToken.Patience.USUAL);
    return new Outcome(server.start(connection, new Gate(key, token)), connection);
  }

  /** What the server asks for each request. */
  private record Gate(AdmittedKey key, SharedToken token) implements ProxyServer.Gatekeeper {
    @Override
    public boolean knows(Secret presented) {
      return key.knows(presented);
    }

    @Override
    public boolean admits(Secret presented) {
      return key.admits(presented);
    }

    @Override
    public void token(Optional<AccessToken> rejected, ProxyServer.Applicant applicant) {
      token.request(rejected, applicant);
    }
  }
}
