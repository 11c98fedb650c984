package io.gatepass.e2e.survival.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.GatepassImage;
import io.gatepass.e2e.image.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Claude Code, whose files are in trouble, and Codex, whose are not. */
final class TwoTools {
  private static final List<String> NOT_ABOVE_PERMISSIONS =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner,-chown");

  private final Workplace place;

  private TwoTools(Workplace place) {
    this.place = place;
  }

  static TwoTools installIn(Workplace place) throws IOException {
    Sandbox sandbox = place.sandbox();
    sandbox.program("claude", "");
    sandbox.program("codex", "");
    Files.createDirectories(sandbox.claudeSettings().getParent());
    Path codex = Files.createDirectories(sandbox.home().resolve(".codex"));
    Files.writeString(codex.resolve("config.toml"), "# mine\nmodel = \"gpt-6\"\n");
    return new TwoTools(place);
  }

  Map<String, String> files() {
    return place.sandbox().userFiles();
  }

  Finished setup() {
    return place.setup("--lazy", "--anthropic-path-prefix", "");
  }

  /** As a user whom the permissions of files hold back, which they do not root. */
  Finished setupAsAUser() throws IOException {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(NOT_ABOVE_PERMISSIONS);
    }
    command.add(place.image().launcher().toString());
    command.addAll(List.of("setup", "--lazy", "--anthropic-path-prefix", ""));
    command.addAll(List.of("--gateway-url", place.gateway().url()));
    command.addAll(List.of("--issuer", place.issuer().url()));
    command.addAll(List.of("--client-id", Workplace.CLIENT_ID));
    return GatepassImage.run(place.sandbox(), command).finish();
  }

  Finished teardown() {
    return place.gatepass("teardown");
  }

  static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  /** Claude Code's trouble is said, Codex is configured, and everything comes back. */
  void assertRefused(Finished setup, Map<String, String> before, String... said)
      throws IOException {
    assertThat(setup.exitCode()).as("%s", setup).isEqualTo(6);
    assertThat(setup.stdout()).as("%s", setup).contains(said);
    Map<String, String> between = files();
    assertThat(between.get(".codex/config.toml")).contains("model_provider = \"gatepass\"");
    between.put(".codex/config.toml", before.get(".codex/config.toml"));
    assertThat(between).isEqualTo(before);
    assertComesBack(before);
  }

  /** Teardown gives every byte back and has nothing to say. */
  void assertComesBack(Map<String, String> before) {
    Finished teardown = teardown();
    assertThat(teardown.exitCode()).as("%s", teardown).isZero();
    assertThat(teardown.stdout()).doesNotContain("partly");
    assertThat(files()).isEqualTo(before);
  }
}
