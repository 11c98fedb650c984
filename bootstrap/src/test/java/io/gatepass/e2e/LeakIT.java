package io.gatepass.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Fault;
import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.Leaks;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole story with marked secrets: nothing marked is left behind anywhere. */
final class LeakIT {
  private static final String PREVIOUS_HELPER_KEY = "sk-previous-helper-5d1f0c";
  private static final String OTHER_TOOL_TOKEN = "sk-of-the-tool-77ab3e9921";
  private static final String SETTINGS =
      """
      {
        "apiKeyHelper": "echo %s",
        "env": { "ANTHROPIC_AUTH_TOKEN": "%s" }
      }
      """
          .formatted(PREVIOUS_HELPER_KEY, OTHER_TOOL_TOKEN);
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Path TEMPORARY = Path.of("/tmp");
  private static final long LARGEST = 10_000_000;

  @RegisterExtension final Workplace place = new Workplace();

  private final Instant begin = Instant.now();

  /** All that anybody was told, by what told it. */
  private final Map<String, String> told = new TreeMap<>();

  @Test
  void nothingSecretIsLeftInAnyFileMessageArgumentOrChildEnvironment() throws Exception {
    // Given
    place.sandbox().installClaudeCode(SETTINGS);

    // When
    signInAndLetEverythingGoWrong();

    // Then
    assertThat(place.opener().count()).isEqualTo(3);
    assertNothingLeaked();

    // When
    undoAndRefuseTheNextSignIn();

    // Then
    assertThat(Files.readString(place.sandbox().claudeSettings())).isEqualTo(SETTINGS);
    assertNothingLeaked();
  }

  /** An eager setup, a refresh, a dead refresh token, a forged ID token. */
  private void signInAndLetEverythingGoWrong() throws InterruptedException {
    IssuerPolicy honest = IssuerPolicy.with(Consent.ASK).withLifetime(SHORT);
    place.issuer().follow(honest);
    tell(0, place.setup("--dry-run"));
    tell(0, place.setup("--debug"));
    tellPage();
    tellToken(0);
    place.issuer().revokeAll();
    tellToken(0);
    tellPage();
    place.issuer().revokeAll();
    place.issuer().follow(honest.withFault(Fault.BAD_SIGNATURE));
    tellToken(4);
    tellPage();
    tell(0, place.gatepass("config", "show", "--output", "json"));
  }

  private void undoAndRefuseTheNextSignIn() throws InterruptedException {
    tell(0, place.gatepass("config", "reset"));
    place.browser().setUser(FakeBrowser::deny);
    tell(4, place.setup("--debug"));
    tellPage();
  }

  private void assertNothingLeaked() throws IOException {
    Map<String, String> secrets = secrets();
    Map<String, String> places = leftBehind();
    assertThat(places.keySet())
        .anyMatch(name -> name.startsWith("home dir/.local/state/gatepass/"))
        .anyMatch(name -> name.endsWith(".seen"))
        .anyMatch(name -> name.endsWith(" page"));
    assertThat(Leaks.in(places, secrets)).isEmpty();
    assertThat(Leaks.in(Map.of("control", secrets.toString()), secrets))
        .as("secrets that the search finds when they are there")
        .hasSameSizeAs(secrets.keySet());
  }

  private void tell(int exitCode, Finished run) {
    assertThat(run.exitCode()).as("%s", run).isEqualTo(exitCode);
    told.put(told.size() + " " + run.command(), run.stdout() + run.stderr());
  }

  /** Of the one command whose result is a secret, what it tells beside its result. */
  private void tellToken(int exitCode) {
    Workplace.let(SHORT);
    Finished run = place.gatepass("token", "--debug");
    assertThat(run.exitCode()).as("%s", run).isEqualTo(exitCode);
    told.put(told.size() + " " + run.command(), run.stderr());
  }

  private void tellPage() throws InterruptedException {
    told.put(told.size() + " page", place.browser().page().html());
  }

  private Map<String, String> secrets() {
    Map<String, String> secrets = new LinkedHashMap<>();
    secrets.put("passphrase", Workplace.PASSPHRASE);
    secrets.put("key in the previous helper", PREVIOUS_HELPER_KEY);
    secrets.put("token of the tool", OTHER_TOOL_TOKEN);
    List<String> issued = place.issuer().log().secrets();
    for (int i = 0; i < issued.size(); i++) {
      secrets.put("issued %d (%.5s)".formatted(i, issued.get(i)), issued.get(i));
    }
    return secrets;
  }

  /** Every file, what the opener saw of its environment, what was told; not the user's own file. */
  private Map<String, String> leftBehind() throws IOException {
    Map<String, String> places = new TreeMap<>(told);
    Path root = place.sandbox().root();
    places.putAll(Sandbox.files(root));
    places.remove(root.relativize(place.sandbox().claudeSettings()).toString());
    try (Stream<Path> files = Files.list(TEMPORARY)) {
      for (Path file : files.filter(this::isNew).toList()) {
        places.put(file.toString(), Files.readString(file, ISO_8859_1));
      }
    }
    return places;
  }

  private boolean isNew(Path file) {
    try {
      return Files.isRegularFile(file)
          && Files.isReadable(file)
          && Files.size(file) < LARGEST
          && Files.getLastModifiedTime(file).compareTo(FileTime.from(begin)) >= 0;
    } catch (IOException _) {
      return false; // another program's, gone meanwhile
    }
  }
}
