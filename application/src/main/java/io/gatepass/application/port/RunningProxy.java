package io.gatepass.application.port;

import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.gateway.ProxyAddress;
import java.time.Duration;
import java.util.Optional;

/** The loopback proxy that runs at an address, whoever has started it. */
public interface RunningProxy {
  /**
   * Asks whether a proxy of gatepass listens there.
   *
   * @param patience how long to wait for one that is about to start; none to ask once
   */
  Optional<Running> find(ProxyAddress address, Duration patience);

  /**
   * Asks the proxy to end, and waits until the requests in flight are done and it has.
   *
   * @return whether it has ended
   * @throws ProxyServiceFailed if it is not a process that this user may end
   */
  boolean stop(Running proxy);

  /**
   * A proxy that answers.
   *
   * @param pid its process
   * @param version of gatepass, or words that say that it is not known
   */
  record Running(long pid, String version) {}
}
