package io.gatepass.application.usecase.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.Connections;
import io.gatepass.application.port.FakeProxyServer;
import io.gatepass.application.port.InMemoryLocalKeys;
import io.gatepass.application.port.InMemorySettingsStore;
import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.MovableClock;
import io.gatepass.application.port.ProxyServer.Applicant;
import io.gatepass.application.port.ProxyServer.Gatekeeper;
import io.gatepass.application.port.RecordingNotices;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.application.usecase.token.SignIns;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.gateway.ProxyAddress;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ServeProxyTest {
  private final SignIns signIns = new SignIns();
  private final MovableClock clock = signIns.clock;
  private final FakeProxyServer server = new FakeProxyServer();
  private final InMemoryLocalKeys keys = new InMemoryLocalKeys();
  private final RecordingNotices notices = signIns.notices;
  private final ObtainToken obtain = signIns.newProcess();
  private final ServeProxy serve =
      new ServeProxy(
          new ResolveSettings(new InMemorySettingsStore()), server, obtain, keys, notices, clock);

  @Test
  void withoutAConnectionNobodyListens() {
    ServeProxy.Request request = new ServeProxy.Request(Map.of(), LoginChannel.BROWSER);

    assertThatThrownBy(() -> serve.serve(request)).isInstanceOf(NotConfigured.class);
  }

  @Test
  void localKeyIsAdmittedAndNoOther() {
    Gatekeeper gatekeeper = listening();

    assertThat(gatekeeper.admits(keys.obtain())).isTrue();
    assertThat(gatekeeper.admits(Secret.of("another"))).isFalse();
  }

  @Test
  void keyThatTookTheKeysPlaceIsAdmittedAndTheOneBeforeIsNot() {
    // Given
    Gatekeeper gatekeeper = listening();
    Secret before = keys.obtain();
    keys.forget();
    Secret after = keys.obtain();
    clock.advance(Duration.ofSeconds(2));

    // Then
    assertThat(gatekeeper.admits(after)).isTrue();
    assertThat(gatekeeper.admits(before)).isFalse();
  }

  @Test
  void keyThatWasReplacedWhileNobodyAskedIsRefusedAtOnce() {
    // Given
    Gatekeeper gatekeeper = listening();
    Secret before = keys.obtain();
    assertThat(gatekeeper.admits(before)).isTrue();
    keys.forget();
    Secret after = keys.obtain();
    clock.advance(Duration.ofMinutes(1));

    // Then
    assertThat(gatekeeper.admits(before)).isFalse();
    assertThat(gatekeeper.admits(after)).isTrue();
  }

  @Test
  @Timeout(60)
  void keyThatIsReplacedWhileItIsInSteadyUseIsRefusedWithinSeconds() {
    // Given
    Gatekeeper gatekeeper = listening();
    Secret before = keys.obtain();
    LocalKeys.Replacement replacement = keys.replace();
    replacement.keep();

    // When
    for (int second = 1; second <= 5; second++) {
      clock.advance(Duration.ofSeconds(1));
      gatekeeper.knows(before);
    }

    // Then no request has waited for the store, and yet no more time has to pass
    awaitRefusal(gatekeeper, before);
    assertThat(gatekeeper.admits(before)).isFalse();
    clock.advance(Duration.ofSeconds(1));
    assertThat(gatekeeper.admits(before)).isFalse();
    assertThat(gatekeeper.admits(replacement.key())).isTrue();
  }

  @Test
  void oneSignInServesAllWhoWait() throws Exception {
    // Given
    Gatekeeper gatekeeper = listening();

    // When
    var waiting = Stream.generate(Waiting::new).limit(20).toList();
    waiting.forEach(it -> gatekeeper.token(Optional.empty(), it));

    // Then
    AccessToken token = waiting.getFirst().token();
    for (Waiting it : waiting) {
      assertThat(it.token()).isEqualTo(token);
    }
  }

  private Gatekeeper listening() {
    serve.serve(new ServeProxy.Request(Connections.options(), LoginChannel.BROWSER));
    return server.gatekeeper(ProxyAddress.DEFAULT_PORT);
  }

  private static void awaitRefusal(Gatekeeper gatekeeper, Secret key) {
    while (gatekeeper.knows(key)) {
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      Thread.onSpinWait();
    }
  }

  private static final class Waiting implements Applicant {
    private final CompletableFuture<AccessToken> told = new CompletableFuture<>();

    AccessToken token() throws Exception {
      return told.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void granted(AccessToken token) {
      told.complete(token);
    }

    @Override
    public void refused(GatepassException reason) {
      told.completeExceptionally(reason);
    }

    @Override
    public void keptWaiting(Duration time) {
      told.completeExceptionally(new AssertionError("kept waiting for " + time));
    }
  }
}
