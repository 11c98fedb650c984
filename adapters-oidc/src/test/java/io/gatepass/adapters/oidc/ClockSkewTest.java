package io.gatepass.adapters.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatepass.adapters.oidc.stub.World;
import io.gatepass.application.port.AuthorizationServer.RefreshOutcome;
import io.gatepass.application.port.AuthorizationServer.RefreshOutcome.Refreshed;
import io.gatepass.domain.failure.IssuerUnreachable;
import io.gatepass.domain.failure.LoginFailed;
import io.gatepass.domain.oauth.RefreshToken;
import io.gatepass.domain.oauth.TokenSet;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine whose clock is wrong; the issuer's is right. */
class ClockSkewTest {
  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource({"PT59M, 59 minutes fast", "-PT59M, 59 minutes slow", "PT2M, 2 minutes fast"})
  void aSignInAllowsForAnHourAndTheUserIsTold(Duration ahead, String words) {
    world.setMachineAhead(ahead);

    assertThat(world.login().user()).contains("ada@example.com");
    assertThat(warnings()).contains("This machine's clock is " + words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT55S", "-PT55S"})
  void lessThanAMinuteIsNoMatter(Duration ahead) {
    world.setMachineAhead(ahead);

    assertThat(world.login().user()).contains("ada@example.com");
    assertThat(warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PT3H, 3 hours fast", "-PT2H59M58S, 3 hours slow", "-PT61M, 61 minutes slow"})
  void aSignInBeyondAnHourIsRefusedAndTheClockIsNamed(Duration ahead, String words) {
    world.setMachineAhead(ahead);

    LoginFailed failure = catchThrowableOfType(LoginFailed.class, world::login);

    assertThat(failure.what()).contains("This machine's clock is " + words);
    assertThat(failure.remedy()).contains("Set the clock right");
  }

  @Test
  void allowingForTheClockLetsNoOldTokenPass() {
    world.setMachineAhead(Duration.ofMinutes(-30));
    Date machineTime = Date.from(world.clock.instant());
    world.issuer.tokens().claims(claims -> claims.expirationTime(machineTime));

    assertThat(catchThrowableOfType(LoginFailed.class, world::login).what())
        .contains("has expired");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT59M", "-PT59M", "PT72H", "-PT72H"})
  void aRefreshNeverLosesItsTokensToTheClock(Duration ahead) {
    RefreshToken token = world.login().refreshToken().orElseThrow();
    world.setMachineAhead(ahead);

    TokenSet tokens = refreshed(token);

    assertThat(tokens.refreshToken()).isPresent();
    assertThat(tokens.accessToken().issuedAt()).isEqualTo(world.clock.instant());
    assertThat(tokens.accessToken().lifetime()).isEqualTo(Duration.ofHours(1));
    assertThat(warnings()).contains("This machine's clock is ");
  }

  @Test
  void anIssuerThatDoesNotSayTheTimeIsJudgedByThisMachines() {
    world.setMachineAhead(Duration.ofMinutes(30));
    world.issuer.script(
        "/token", request -> world.issuer.tokens().token(request).with("Date", "yesterday"));

    assertThat(catchThrowableOfType(LoginFailed.class, world::login).what())
        .contains("is this machine's clock right?");
    assertThat(warnings()).isEmpty();
  }

  @Test
  void aRefreshWithATokenThatHasExpiredEverywhereIsNoSuccess() {
    RefreshToken token = world.login().refreshToken().orElseThrow();
    Date longAgo = Date.from(world.clock.instant().minusSeconds(3600));
    world.issuer.tokens().claims(claims -> claims.expirationTime(longAgo));

    assertThat(catchThrowableOfType(IssuerUnreachable.class, () -> refreshed(token)).what())
        .contains("has expired");
  }

  private TokenSet refreshed(RefreshToken token) {
    RefreshOutcome outcome = world.server().refresh(world.connection(), token);
    return ((Refreshed) outcome).tokens();
  }

  private String warnings() {
    return String.join("\n", world.notices.warnings());
  }
}
