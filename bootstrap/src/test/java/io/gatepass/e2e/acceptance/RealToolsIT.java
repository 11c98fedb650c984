package io.gatepass.e2e.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.RunningGatepass;
import io.gatepass.e2e.parts.PrivateTls;
import io.gatepass.e2e.parts.RealTools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The tools themselves, in a new home, configured by a lazy setup, against a gateway whose
 * certificate only the given CA file vouches for. What their level "verified" stands on.
 */
@Tag("acceptance")
final class RealToolsIT {
  private static final String ANSWER = "Hello from the gatepass demo gateway.";

  @RegisterExtension final Workplace place = new Workplace();

  private PrivateTls gateway;
  private Map<String, String> before;
  private int port;

  @BeforeEach
  void setUpTheTools() throws Exception {
    RealTools.installIn(place.sandbox());
    before = place.sandbox().userFiles();
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    gateway =
        PrivateTls.before(URI.create(place.gateway().url()).getPort(), place.sandbox().root());
    Finished setup =
        place.gatepass(
            "setup",
            "--lazy",
            "--gateway-url",
            gateway.url(),
            "--issuer",
            place.issuer().url(),
            "--client-id",
            Workplace.CLIENT_ID,
            "--ca-file",
            gateway.authority().toString(),
            "--proxy-port",
            Integer.toString(port));
    assertThat(setup.exitCode()).as("%s", setup).isZero();
  }

  @AfterEach
  void stop() throws IOException {
    gateway.close();
  }

  @Test
  void claudeCodeSendsOurTokenAndPrintsTheAnswer() {
    Finished answer = place.run(List.of(tool("claude"), "-p", "Say hello."));

    assertThat(answer.exitCode()).as("%s", answer).isZero();
    assertThat(answer.stdout()).contains(ANSWER);
    assertReached("/anthropic/v1/messages"::equals);
  }

  @Test
  void codexSendsOurTokenAndPrintsTheAnswer() {
    Finished answer =
        place.run(List.of(tool("codex"), "exec", "--skip-git-repo-check", "Say hello."));

    assertThat(answer.exitCode()).as("%s", answer).isZero();
    assertThat(answer.stdout()).contains(ANSWER);
    assertReached("/v1/responses"::equals);
  }

  @Test
  void geminiCliIsGivenOurTokenByTheProxyAndPrintsTheAnswer() throws Exception {
    RunningGatepass proxy = place.start("proxy", "start");
    try {
      proxy.awaitLine(line -> line.contains("127.0.0.1:" + port));

      Finished answer = place.run(List.of(tool("gemini"), "--skip-trust", "-p", "Say hello."));

      assertThat(answer.exitCode()).as("%s", answer).isZero();
      assertThat(answer.stdout()).contains(ANSWER);
      assertReached(path -> path.matches("/v1beta/models/.+:(stream)?[gG]enerateContent"));
    } finally {
      proxy.kill();
    }
  }

  @Test
  void teardownLeavesNothingOfOursInTheirFiles() {
    Finished teardown = place.gatepass("teardown");

    assertThat(teardown.exitCode()).as("%s", teardown).isZero();
    assertThat(place.sandbox().userFiles()).isEqualTo(before);
  }

  private String tool(String name) {
    return place.sandbox().bin().resolve(name).toString();
  }

  private void assertReached(Predicate<String> path) {
    assertThat(place.gateway().calls())
        .anySatisfy(call -> {
          assertThat(call.path()).matches(path);
          assertThat(call.authorized()).isTrue();
        });
    assertThat(place.opener().count()).isOne();
  }
}
