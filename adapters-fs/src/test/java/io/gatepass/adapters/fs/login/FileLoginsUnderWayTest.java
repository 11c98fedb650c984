package io.gatepass.adapters.fs.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.application.port.LoginsUnderWay;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import io.gatepass.application.port.LoginsUnderWayContract;
import io.gatepass.domain.gateway.CredentialScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileLoginsUnderWayTest extends LoginsUnderWayContract {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");

  @TempDir Path dir;

  @Override
  protected LoginsUnderWay logins() {
    return new FileLoginsUnderWay(
        new FileLocks(dir.resolve("locks"), System::nanoTime), dir, InstantSource.system());
  }

  @Test
  void fileIsPrivateAndEmptyOfTheAddressAfterTheEnd() throws IOException {
    try (Turn turn = logins().begin(SCOPE).orElseThrow()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
      turn.leave(new LoginsUnderWay.Ending.SignedIn());
    }

    assertThat(Files.readString(file())).doesNotContain("url", "pid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"pid\": \"1\"}",
        "{\"pid\": \"x\", \"started_at\": \"2026-01-15T09:00:00Z\"}",
        "{\"ended\": \"Party\", \"detail\": \"LATE\"}"
      })
  void fileThatIsNotOursSaysNothing(String content) throws IOException {
    Files.writeString(file(), content);

    assertThat(logins().find(SCOPE)).isEmpty();
    assertThat(logins().ending(SCOPE)).isEmpty();
    logins().begin(SCOPE).orElseThrow().close();
  }

  @Test
  void loginWhoseProcessIsGoneIsNotUnderWay() throws IOException {
    long gone = new ProcessBuilder("true").start().onExit().join().pid();
    Files.writeString(
        file(), "{\"pid\": \"" + gone + "\", \"started_at\": \"2026-01-15T09:00:00Z\"}");

    assertThat(logins().find(SCOPE)).isEmpty();
    assertThat(logins().ending(SCOPE)).isEmpty();
    assertThat(logins().awaitEnd(SCOPE, Duration.ZERO)).isTrue();
  }

  private Path file() {
    return dir.resolve("login-" + SCOPE.id() + ".json");
  }
}
