package io.gatepass.adapters.fs.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.HandOuts;
import io.gatepass.application.port.HandOutsContract;
import io.gatepass.domain.gateway.CredentialScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs({OS.LINUX, OS.MAC})
final class FileHandOutsTest extends HandOutsContract {
  private static final CredentialScope SCOPE = new CredentialScope("0123456789abcdef");
  private static final Instant NOW = Instant.parse("2026-01-16T09:00:00Z");
  private static final Instant BEFORE = NOW.minusSeconds(12_000);
  private static final long SELF = ProcessHandle.current().pid();

  @TempDir private Path dir;
  private Process other;
  private Process shell;

  @BeforeEach
  void startPrograms() throws IOException {
    other = new ProcessBuilder("sleep", "600").start();
    shell = new ProcessBuilder("sh", "-c", "read line; :").start();
  }

  @AfterEach
  void endPrograms() {
    other.destroyForcibly();
    shell.destroyForcibly();
  }

  @Override
  protected HandOuts handOuts() {
    return askedBy(SELF);
  }

  @Override
  protected HandOuts ofAnotherProgram() {
    return askedBy(other.pid());
  }

  private HandOuts askedBy(long parent) {
    return new FileHandOuts(
        dir.resolve("state"), Optional.of(new Launch(SELF, parent)), InstantSource.fixed(NOW));
  }

  @Test
  void shellInBetweenIsNotWhoAsks() {
    handOuts().remember(SCOPE, BEFORE);

    assertThat(askedBy(shell.pid()).latest(SCOPE)).hasValue(BEFORE);
  }

  @Test
  void handOutSinceThisProcessWasStartedIsOfNoInterest() {
    handOuts().remember(SCOPE, NOW);

    assertThat(handOuts().latest(SCOPE)).isEmpty();
  }

  @Test
  void whoHasEndedIsNobody() throws InterruptedException {
    other.destroyForcibly().waitFor();

    ofAnotherProgram().remember(SCOPE, BEFORE);

    assertThat(ofAnotherProgram().latest(SCOPE)).isEmpty();
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void withoutALauncherNothingIsRemembered() {
    HandOuts handOuts = new FileHandOuts(dir, Optional.empty(), InstantSource.fixed(NOW));

    handOuts.remember(SCOPE, BEFORE);

    assertThat(handOuts.latest(SCOPE)).isEmpty();
  }

  @Test
  void fileIsPrivateAndStaysSmall() throws IOException {
    for (int program = 0; program < 100; program++) {
      Files.createDirectories(dir.resolve("state"));
      Files.writeString(file(), Files.exists(file()) ? Files.readString(file()) : "");
      prepend(program);
      handOuts().remember(SCOPE, BEFORE);
    }

    assertThat(Files.readAllLines(file())).hasSize(8);
    assertThat(handOuts().latest(SCOPE)).hasValue(BEFORE);
  }

  private void prepend(int program) throws IOException {
    Files.writeString(file(), program + ".1 1000\n" + Files.readString(file()));
  }

  @Test
  void newFileIsPrivate() throws IOException {
    handOuts().remember(SCOPE, BEFORE);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "renewed", "renewed \n", "renewed x\n", "1 2 3 4\n\0\0"})
  void fileThatIsNotOursIsNoMemoryAndIsReplaced(String content) throws IOException {
    Files.createDirectories(dir.resolve("state"));
    Files.writeString(file(), content);

    assertThat(handOuts().latestRenewal(SCOPE)).isEmpty();

    handOuts().rememberRenewal(SCOPE, BEFORE);
    assertThat(handOuts().latestRenewal(SCOPE)).hasValue(BEFORE);
  }

  @Test
  void directoryThatCannotBeUsedIsNoReasonToFail() throws IOException {
    Files.createFile(dir.resolve("state"));

    handOuts().remember(SCOPE, BEFORE);

    assertThat(handOuts().latest(SCOPE)).isEmpty();
  }

  private Path file() {
    return dir.resolve("state").resolve(SCOPE.tag() + ".asked");
  }
}
