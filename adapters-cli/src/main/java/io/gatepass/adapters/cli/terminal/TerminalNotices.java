package io.gatepass.adapters.cli.terminal;

import io.gatepass.application.port.Notices;
import io.gatepass.domain.oauth.Issuer;
import org.jspecify.annotations.Nullable;

/** Tells a person on stderr: a spinner on a terminal, plain lines elsewhere. */
public final class TerminalNotices implements Notices {
  private final Terminal terminal;
  private @Nullable Spinner spinner;
  private String signingIn = "";

  /** Notices on that terminal. */
  public TerminalNotices(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void warning(String sentence) {
    interrupted(() -> terminal.say("Warning: " + sentence));
  }

  @Override
  public void toolsFound(int count) {
    terminal.say(
        switch (count) {
          case 0 -> "Found no tools.";
          case 1 -> "Found 1 tool.";
          default -> "Found " + count + " tools.";
        });
  }

  @Override
  public synchronized void signInStarted(Issuer issuer) {
    signingIn = "Signing you in at " + issuer + " …";
    if (terminal.interactive()) {
      spinner = new Spinner(terminal, signingIn);
    } else {
      terminal.say(signingIn);
    }
  }

  @Override
  public synchronized void authorizationUrl(String url) {
    interrupted(() -> {
      terminal.say("Open this address in a browser to sign in:");
      terminal.say("  " + url);
    });
  }

  @Override
  public synchronized void signInFinished(String user) {
    String who = user.isEmpty() ? "" : " (" + user + ")";
    if (spinner == null) {
      terminal.say("Signed in" + who + ".");
    } else {
      stop(signingIn + " done" + who + ".");
    }
  }

  @Override
  public synchronized void signInAbandoned() {
    stop(signingIn + " not done.");
  }

  /** Other lines go above the spinner's. */
  private void interrupted(Runnable lines) {
    if (spinner == null) {
      lines.run();
      return;
    }
    spinner.clear();
    lines.run();
    spinner = new Spinner(terminal, signingIn);
  }

  private void stop(String text) {
    if (spinner != null) {
      spinner.finish(text);
      spinner = null;
    }
  }
}
