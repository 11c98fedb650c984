package io.gatepass.bootstrap.fasttoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.session.Launch;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Who finds no token waits for the one who goes for it, and loads nothing meanwhile. */
@EnabledOnOs(OS.LINUX)
final class CrowdTest {
  private static final Machine.Answer NONE = new Machine.Answer(false, "");
  private static final AccessToken TOKEN =
      new AccessToken(Secret.of("new"), Machine.NOW, Machine.NOW.plusSeconds(600));
  private static final long SELF = ProcessHandle.current().pid();

  @TempDir private Path home;
  private Path runtime;
  private Machine machine;
  private Process forerunner;
  private Process follower;

  @BeforeEach
  void start() throws IOException {
    runtime = Files.createTempDirectory(Path.of("/dev/shm"), "gatepass-test");
    machine = new Machine(home, runtime);
    forerunner = new ProcessBuilder("sleep", "600").start();
    follower = new ProcessBuilder("sleep", "600").start();
  }

  @AfterEach
  void stop() throws IOException {
    forerunner.destroyForcibly();
    follower.destroyForcibly();
    FastTokenTest.deleteTree(runtime);
  }

  private Launch of(Process process) {
    return new Launch(process.pid(), SELF);
  }

  private Optional<AccessToken> follows(Supplier<Optional<AccessToken>> token) {
    FileLocks locks = new FileLocks(home.resolve(".local/state/gatepass/locks"), System::nanoTime);
    return new Crowd(locks, runtime.resolve("gatepass"), Machine.scope())
        .await(of(follower), token);
  }

  @Test
  void firstGoesForTheTokenAtOnce() {
    assertThat(machine.shortWay(of(forerunner))).isEqualTo(NONE);
  }

  @Test
  void nextGetsTheTokenAsSoonAsItIsThere() {
    machine.shortWay(of(forerunner));
    AtomicInteger looks = new AtomicInteger();

    Optional<AccessToken> token =
        follows(() -> Optional.of(TOKEN).filter(_ -> looks.incrementAndGet() == 3));

    assertThat(token).hasValue(TOKEN);
    assertThat(forerunner.isAlive()).isTrue();
  }

  @Test
  void afterAForerunnerWithoutLuckEachGoesByItself() {
    machine.shortWay(of(forerunner));

    Optional<AccessToken> token =
        follows(() -> {
          forerunner.destroyForcibly();
          return Optional.empty();
        });

    assertThat(token).isEmpty();
  }

  @Test
  void whereNoTokenIsKeptInMemoryNobodyWaits() {
    machine.environment.put("GATEPASS_SECRETS_RUNTIME_CACHE", "false");
    machine.shortWay(of(forerunner));

    assertThat(machine.shortWay(of(follower))).isEqualTo(NONE);
  }

  @Test
  void memoryThatCannotBeWrittenIsNoReasonToFail() throws IOException {
    FastTokenTest.deleteTree(runtime.resolve("gatepass"));
    Files.createFile(runtime.resolve("gatepass"));

    assertThatNoException().isThrownBy(() -> machine.shortWay(of(forerunner)));
  }

  @Test
  void toolThatAsksAgainAtOnceIsLeftToTheWholeProgram() throws IOException {
    machine.cache(Duration.ofMinutes(5), Duration.ofHours(1));
    machine.handedOut(SELF, Duration.ofSeconds(12));

    assertThat(machine.shortWay(of(follower))).isEqualTo(NONE);
  }

  @Test
  void toolThatAsksLaterGetsTheTokenThatItHas() throws IOException {
    machine.cache(Duration.ofMinutes(5), Duration.ofHours(1));
    machine.handedOut(SELF, Duration.ofSeconds(15));

    assertThat(machine.shortWay(of(follower)).given()).isTrue();
  }
}
