package io.gatepass.application.usecase.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.Connections;
import io.gatepass.application.port.InMemorySettingsStore;
import io.gatepass.application.port.LoginsUnderWay.Page;
import io.gatepass.application.port.LoginsUnderWay.Progress;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import io.gatepass.application.usecase.login.ShowStatus.Configured;
import io.gatepass.application.usecase.login.ShowStatus.SignIn;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.token.SignIns;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ShowStatusTest {
  private final SignIns machine = new SignIns();
  private final InMemorySettingsStore settings = new InMemorySettingsStore();

  ShowStatusTest() {
    settings.save(Connections.options());
  }

  private ShowStatus.Outcome show() {
    return new ShowStatus(
            new ResolveSettings(settings),
            () -> machine.store,
            machine.logins,
            machine.users,
            machine.clock)
        .show(new ShowStatus.Request());
  }

  private Configured configured() {
    return show().configured().orElseThrow();
  }

  @Test
  void saysWhatIsMissingWhereNothingIsConfigured() {
    settings.clear();

    assertThat(show().configured()).isEmpty();
    assertThat(show().missing()).contains("gateway");
  }

  @Test
  void nobodyIsSignedInAtFirst() {
    assertThat(configured().signIn()).isEqualTo(new SignIn.None());
    assertThat(configured().user()).isEmpty();
    assertThat(configured().login()).isEmpty();
    assertThat(configured().gateway()).isEqualTo("https://llm.example.com");
    assertThat(configured().issuer()).isEqualTo("https://auth.example.com");
    assertThat(configured().store()).isEqualTo("memory");
  }

  @Test
  void saysWhoIsSignedInAndUntilWhen() {
    machine.personAsks();

    assertThat(configured().signIn())
        .isEqualTo(new SignIn.Valid(machine.clock.instant().plus(Duration.ofHours(1))));
    assertThat(configured().user()).hasValue("ada@example.com");
  }

  @Test
  void expiredTokenWithARefreshTokenIsASignInAndNobodyIsAsked() {
    machine.personAsks();
    machine.clock.advance(Duration.ofHours(1));

    assertThat(configured().signIn()).isEqualTo(new SignIn.Refreshable());
    assertThat(configured().user()).hasValue("ada@example.com");
    assertThat(machine.issuer.refreshes()).isZero();
  }

  @Test
  void userOfASignInThatHasEndedIsNotShown() {
    machine.personAsks();
    machine.store.forgetAll();

    assertThat(configured().signIn()).isEqualTo(new SignIn.None());
    assertThat(configured().user()).isEmpty();
  }

  @Test
  void storeThatDoesNotAnswerLeavesItUnknownAndSaysWhy() {
    machine.store.failReadsWith(
        new SecretStoreUnavailable(Reason.LOCKED, "The keychain is locked.", "Unlock it."));

    assertThat(configured().signIn()).isEqualTo(new SignIn.Unknown("The keychain is locked."));
  }

  @Test
  void storeThatForgetsSaysSo() {
    machine.store.forgetsBecause("it is for tests");

    assertThat(configured().store()).isEqualTo("memory, which does not remember: it is for tests");
  }

  @Test
  void signInUnderWayIsShownWithItsAddress() {
    Progress progress =
        new Progress(Instant.EPOCH, Optional.of(new Page("https://a/b", 1, Instant.EPOCH)));
    try (Turn turn = machine.logins.begin(machine.scope).orElseThrow()) {
      turn.publish(progress);

      assertThat(configured().login()).hasValue(progress);
    }
    assertThat(configured().login()).isEmpty();
  }
}
