package io.gatepass.adapters.oidc.browser;

import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The browser of {@code $BROWSER} or of the system. It gets none of our input and output, and an
 * environment without secrets and without {@code BROWSER}: Debian's xdg-open, sensible-browser and
 * their like start {@code $BROWSER} in their turn, so that {@code BROWSER=xdg-open}, under whatever
 * name, would never end.
 */
public final class SystemBrowser implements Browser {
  private static final Set<String> KEPT_BACK =
      Set.of("BROWSER", "GATEPASS_ACCESS_TOKEN", "GATEPASS_REFRESH_TOKEN", "GATEPASS_PASSPHRASE");

  /** A launcher that fails does so at once; what still runs after this time is a browser. */
  private static final Duration PROOF = Duration.ofSeconds(10);

  private final Platform platform;
  private final BrowserCommands commands;

  /** The browser of that user on that machine. */
  public SystemBrowser(Platform platform) {
    this.platform = platform;
    this.commands = new BrowserCommands(platform);
  }

  @Override
  public boolean open(String url) {
    return commands.all().stream().anyMatch(command -> opens(command, url));
  }

  private boolean opens(BrowserCommand command, String url) {
    Optional<String> program = commands.located(command.program());
    return program.isPresent() && starts(command.opening(program.get(), url));
  }

  private boolean starts(List<String> arguments) {
    try {
      Process process = builder(arguments).start();
      return !process.waitFor(PROOF.toSeconds(), TimeUnit.SECONDS) || process.exitValue() == 0;
    } catch (IOException e) {
      // It cannot be started: the next command is tried, and in the end the address is printed.
      return false;
    } catch (InterruptedException e) {
      // It was started, and nobody waits for more.
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private ProcessBuilder builder(List<String> arguments) {
    ProcessBuilder builder =
        new ProcessBuilder(arguments)
            .redirectInput(new File(platform.os() == Os.WINDOWS ? "NUL" : "/dev/null"))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(platform.environment());
    environment.keySet().removeAll(KEPT_BACK);
    return builder;
  }
}
