package io.gatepass.bootstrap.module;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.gatepass.adapters.http.upstream.GatewayClients;
import io.gatepass.adapters.http.upstream.HttpGatewayProbe;
import io.gatepass.application.port.GatewayProbe;
import io.gatepass.application.port.TlsTrust;
import io.gatepass.domain.web.proxy.ForwardProxies;
import java.time.Duration;

/** Calls to the gateway. */
public final class HttpModule extends AbstractModule {
  private static final Duration PROBE = Duration.ofSeconds(5);

  @Provides
  @Singleton
  GatewayProbe gatewayProbe(TlsTrust trust, ForwardProxies proxies) {
    return new HttpGatewayProbe(new GatewayClients(trust, proxies), PROBE);
  }
}
