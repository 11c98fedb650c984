package io.gatepass.adapters.oidc.browser;

import io.gatepass.domain.platform.Platform;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The browser of {@code $BROWSER} or of the system. */
public final class SystemBrowser implements Browser {
  /** A launcher that fails does so at once; what still runs after this time is a browser. */
  private static final Duration PROOF = Duration.ofSeconds(10);

  private final DesktopPrograms programs;
  private final BrowserCommands commands;

  /** The browser of that user on that machine. */
  public SystemBrowser(Platform platform) {
    this.programs = new DesktopPrograms(platform);
    this.commands = new BrowserCommands(platform);
  }

  @Override
  public boolean open(String url) {
    return commands.all().stream().anyMatch(command -> opens(command, url));
  }

  private boolean opens(BrowserCommand command, String url) {
    Optional<String> program = programs.located(command.program());
    return program.isPresent() && starts(command.opening(program.get(), url));
  }

  private boolean starts(List<String> arguments) {
    try {
      Process process = programs.builder(arguments).start();
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
}
