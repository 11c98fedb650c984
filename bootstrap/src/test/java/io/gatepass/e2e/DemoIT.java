package io.gatepass.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.browser.FakeBrowser;
import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.RunningGatepass;
import io.gatepass.e2e.image.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole story as {@code gatepass demo} tells it. */
final class DemoIT {
  @RegisterExtension final Workplace place = new Workplace();

  @Test
  void demoTellsTheWholeStoryWithoutADisplayAndLeavesNothing() {
    // Given
    Map<String, String> before = Sandbox.files(place.sandbox().home());

    // When
    Finished demo = place.gatepass("demo");

    // Then
    assertThat(demo.exitCode()).as("%s", demo).isZero();
    assertThat(demo.stdout())
        .containsSubsequence(
            "gatepass setup --lazy",
            "+ ",
            "apiKeyHelper",
            "Requests to the issuer so far: 0",
            "gatepass token",
            "requests to the issuer: 0",
            "200 Hello from the gatepass demo gateway.",
            "gatepass teardown --purge-tokens",
            "Every byte is back.",
            "The gateway's answer to the old token: 401",
            "Done in");
    assertThat(demo.stdout() + demo.stderr()).doesNotContain("Warning");
    assertThat(place.opener().count()).isZero();
    assertThat(Sandbox.files(place.sandbox().home())).isEqualTo(before);
    assertThat(homeOf(demo)).doesNotExist();
  }

  @Test
  void demoOpensTheRealBrowserWhereThereIsADisplay() {
    // Given
    place.sandbox().set("DISPLAY", ":99");

    // When
    Finished demo = place.gatepass("demo");

    // Then
    assertThat(demo.exitCode()).as("%s", demo).isZero();
    assertThat(place.opener().count()).isOne();
  }

  @Test
  void demoWhoseSignInIsRefusedFailsAndSaysSo() {
    // Given
    place.sandbox().set("DISPLAY", ":99");
    place.browser().setUser(FakeBrowser::deny);

    // When
    Finished demo = place.gatepass("demo");

    // Then
    assertThat(demo.exitCode()).as("%s", demo).isOne();
    assertThat(demo.stdout()).contains("It failed.");
    assertThat(homeOf(demo)).doesNotExist();
  }

  @Test
  void keptDemoCanBeUsedFromAnotherTerminalUntilItIsInterrupted() throws Exception {
    // Given
    place.sandbox().program("claude", "echo 2.1.330\n");
    RunningGatepass demo = place.start("demo", "--keep");
    for (String line = nextLine(demo); line.startsWith("export "); line = nextLine(demo)) {
      String[] variable = line.substring("export ".length()).split("=", 2);
      place.sandbox().set(variable[0], variable[1].replace("'", ""));
    }

    // When
    Finished setup = place.gatepass("setup", "--lazy");
    Finished token = place.gatepass("token");
    String settings = Files.readString(home().resolve(".claude/settings.json"));
    demo.interrupt();

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(setup.stdout()).contains("claude-code");
    assertThat(settings).as("what the real Claude Code can read").doesNotContain("// ");
    assertThat(token.token()).startsWith("at_");
    assertThat(demo.finish().exitCode()).isEqualTo(130);
    assertThat(home()).doesNotExist();
  }

  /** The demo's home, after its lines have been taken over. */
  private Path home() {
    return Path.of(place.sandbox().environment().get("GATEPASS_HOME"));
  }

  /** The next line after the story that is to be typed in another terminal. */
  private static String nextLine(RunningGatepass demo) throws InterruptedException {
    return demo.awaitLine(
            line -> line.startsWith("   export ") || line.equals("   gatepass setup --lazy"))
        .strip();
  }

  private static Path homeOf(Finished demo) {
    return demo.stdout()
        .lines()
        .filter(line -> line.startsWith("   home "))
        .map(line -> Path.of(line.substring("   home ".length()).strip()))
        .findFirst()
        .orElseThrow();
  }
}
