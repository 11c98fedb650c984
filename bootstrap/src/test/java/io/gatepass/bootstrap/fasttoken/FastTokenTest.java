package io.gatepass.bootstrap.fasttoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way's answer is the whole program's, or none. Linux has the memory that it reads. */
@EnabledOnOs(OS.LINUX)
class FastTokenTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MINUTES = Duration.ofMinutes(5);

  @TempDir private Path home;
  private Path runtime;
  private Machine machine;

  @BeforeEach
  void makeAMachine() throws IOException {
    runtime = Files.createTempDirectory(Path.of("/dev/shm"), "gatepass-test");
    machine = new Machine(home, runtime);
  }

  @AfterEach
  void removeTheMemory() throws IOException {
    deleteTree(runtime);
  }

  static void deleteTree(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Brings a machine into a state. */
  interface State {
    void of(Machine machine) throws IOException;
  }

  static Stream<Arguments> answered() {
    return Stream.of(answeredFromTheCache(), answeredByTheEnvironment(), answeredFromTheFile())
        .flatMap(it -> it);
  }

  static Stream<Arguments> answeredFromTheCache() {
    return Stream.of(
        state("a fresh token", m -> m.cache(MINUTES, HOUR)),
        state("a short life, still fresh", m -> m.cache(Duration.ZERO, Duration.ofSeconds(60))),
        state(
            "unknown settings, comments and a trailing comma",
            m -> {
              m.cache(MINUTES, HOUR);
              m.configure(
                  "/* mine */ \"gatewayUrl\": \"https://llm.example.com\", \"later\": 1,"
                      + " \"clientId\": \"gatepass\",");
            }),
        state(
            "settings with an escape, which only the JSON library reads",
            m -> {
              m.cache(MINUTES, HOUR);
              m.configure(
                  "\"gatewayUrl\": \"https:\\/\\/llm.example.com\", \"clientId\": \"gatepass\"");
            }));
  }

  static Stream<Arguments> answeredByTheEnvironment() {
    return Stream.of(
        state(
            "the client by the environment",
            m -> {
              m.cache(MINUTES, HOUR);
              m.configure("\"gatewayUrl\": \"https://llm.example.com\", \"clientId\": \"other\"");
              m.environment.put("GATEPASS_CLIENT_ID", "gatepass");
            }),
        state("a token by the environment", m -> m.environment.put("GATEPASS_ACCESS_TOKEN", "env")),
        state(
            "a token by the environment before the cached one",
            m -> {
              m.cache(MINUTES, HOUR);
              m.environment.put("GATEPASS_ACCESS_TOKEN", "env");
            }),
        state(
            "the store environment and a cached token",
            m -> {
              m.cache(MINUTES, HOUR);
              m.environment.put("GATEPASS_SECRETS_PROVIDER", "environment");
            }));
  }

  static Stream<Arguments> answeredFromTheFile() {
    return Stream.of(
        state(
            "an encrypted file that need not be opened",
            m -> {
              m.cache(MINUTES, HOUR);
              m.environment.put("GATEPASS_SECRETS_PROVIDER", "encrypted-file");
            }),
        compiled("an encrypted file, by a JVM that compiles", m -> m.encrypt(MINUTES, HOUR)));
  }

  static Stream<Arguments> left() {
    return Stream.of(leftForTheToken(), leftForTheSettings(), leftForTheMemory(), leftForTheFile())
        .flatMap(it -> it);
  }

  static Stream<Arguments> leftForTheFile() {
    return Stream.of(
        state("an encrypted file, by a JVM that interprets", m -> m.encrypt(MINUTES, HOUR)),
        state(
            "an encrypted file that the setting names, by a JVM that interprets",
            m -> {
              m.encrypt(MINUTES, HOUR);
              m.environment.put("GATEPASS_SECRETS_PROVIDER", "encrypted-file");
            }),
        compiled(
            "an encrypted file whose passphrase a command has to tell",
            m -> {
              m.encrypt(MINUTES, HOUR);
              m.environment.remove("GATEPASS_PASSPHRASE");
              m.environment.put("GATEPASS_SECRETS_PASSPHRASE_COMMAND", "echo passphrase");
            }),
        compiled(
            "an encrypted file with another passphrase",
            m -> {
              m.encrypt(MINUTES, HOUR);
              m.environment.put("GATEPASS_PASSPHRASE", "another");
            }),
        compiled(
            "an expired token in an encrypted file", m -> m.encrypt(HOUR, Duration.ofSeconds(-1))));
  }

  private static Arguments compiled(String name, State state) {
    return state(
        name,
        m -> {
          state.of(m);
          m.compiled = true;
        });
  }

  static Stream<Arguments> leftForTheToken() {
    return Stream.of(
        state("nothing cached", _ -> {}),
        state("expired", m -> m.cache(HOUR, Duration.ofSeconds(-1))),
        state("in its refresh window", m -> m.cache(HOUR, MINUTES)),
        state("issued in the future", m -> m.cache(HOUR.negated(), HOUR.multipliedBy(2))),
        state("a cached text of another kind", FastTokenTest::garble));
  }

  static Stream<Arguments> leftForTheSettings() {
    return Stream.of(
        state("no settings", m -> Files.delete(m.settings())),
        state(
            "broken settings",
            m -> {
              m.cache(MINUTES, HOUR);
              m.settings("{ \"issuer\": ");
            }),
        state(
            "a wrong value",
            m -> {
              m.cache(MINUTES, HOUR);
              m.environment.put("GATEPASS_PROXY_PORT", "80");
            }),
        state(
            "another client than the cached one's",
            m -> {
              m.cache(MINUTES, HOUR);
              m.environment.put("GATEPASS_CLIENT_ID", "other");
            }));
  }

  static Stream<Arguments> leftForTheMemory() {
    return Stream.of(
        state(
            "the runtime cache switched off",
            m -> {
              m.cache(MINUTES, HOUR);
              m.environment.put("GATEPASS_SECRETS_RUNTIME_CACHE", "false");
            }),
        state(
            "memory that others may enter",
            m -> {
              m.cache(MINUTES, HOUR);
              Files.setPosixFilePermissions(
                  m.runtime(), PosixFilePermissions.fromString("rwxr-xr-x"));
            }),
        state(
            "memory that is a disk",
            m -> {
              m.cache(MINUTES, HOUR);
              m.environment.put("XDG_RUNTIME_DIR", m.settings().getParent().toString());
            }));
  }

  private static Arguments state(String name, State state) {
    return Arguments.of(name, state);
  }

  private static void garble(Machine machine) throws IOException {
    machine.cache(MINUTES, HOUR);
    try (Stream<Path> files = Files.list(machine.runtime().resolve("gatepass"))) {
      Path file = files.findFirst().orElseThrow();
      Files.writeString(file, Files.readString(file).replace("v1 ", "v9 "));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answered")
  void answersAsTheWholeProgram(String name, State state) throws IOException {
    state.of(machine);

    Machine.Answer answer = machine.shortWay();

    assertThat(answer.given()).as(name).isTrue();
    assertThat(answer).isEqualTo(machine.wholeProgram());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("left")
  void leavesWhatItCannotAnswerToTheWholeProgram(String name, State state) throws IOException {
    state.of(machine);

    assertThat(machine.shortWay()).as(name).isEqualTo(new Machine.Answer(false, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "token --no-login", "token --skip-browser --no-login"})
  void isAskedForByTheHelperCommandsOfTools(String line) {
    assertThat(FastToken.isAskedFor(line.split(" ", -1))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "setup", "token --help", "token --output json", "token x", "--debug"})
  void isNotAskedForByAnythingElse(String line) {
    assertThat(FastToken.isAskedFor(line.split(" ", -1))).isFalse();
  }

  @Test
  void isNotAskedForByNoArgumentsAtAll() {
    assertThat(FastToken.isAskedFor()).isFalse();
  }
}
