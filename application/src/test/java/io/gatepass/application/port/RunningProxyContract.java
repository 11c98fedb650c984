package io.gatepass.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.RunningProxy.Running;
import io.gatepass.domain.gateway.ProxyAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every {@link RunningProxy} does. Each test starts without a proxy at the address. */
public abstract class RunningProxyContract {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** What is under test; the same one at every call within a test. */
  protected abstract RunningProxy proxy();

  /** An address at which nothing listens until {@link #start}. */
  protected abstract ProxyAddress address();

  /** Starts a proxy of that version at the address, and tells its process. */
  protected abstract long start(String version) throws Exception;

  @Test
  protected void whereNothingListensNoProxyIsFound() {
    assertThat(proxy().find(address(), Duration.ZERO)).isEmpty();
  }

  @Test
  protected void proxyThatAnswersIsFound() throws Exception {
    long pid = start("1.2.3");

    assertThat(proxy().find(address(), LONG)).hasValue(new Running(pid, "1.2.3"));
  }

  @Test
  protected void proxyThatIsStoppedIsGone() throws Exception {
    var _ = start("1.2.3");

    assertThat(proxy().stop(proxy().find(address(), LONG).orElseThrow())).isTrue();

    assertThat(proxy().find(address(), Duration.ZERO)).isEmpty();
  }
}
