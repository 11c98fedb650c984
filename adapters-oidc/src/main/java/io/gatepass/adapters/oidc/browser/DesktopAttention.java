package io.gatepass.adapters.oidc.browser;

import io.gatepass.application.port.Attention;
import io.gatepass.domain.oauth.Issuer;
import io.gatepass.domain.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A notification on the user's desktop: by the first of these programs that is there. Nobody waits
 * for it, and what other users may read in the process list is no address and no secret.
 */
public final class DesktopAttention implements Attention {
  private static final String TITLE = "gatepass";

  private final Platform platform;
  private final DesktopPrograms programs;

  /** The desktop of that user on that machine. */
  public DesktopAttention(Platform platform) {
    this.platform = platform;
    this.programs = new DesktopPrograms(platform);
  }

  @Override
  public void signInWanted(Issuer issuer) {
    String host =
        Optional.ofNullable(URI.create(issuer.value()).getHost()).orElse("your company's page");
    String text = "Please sign in at " + host + " in the browser. gatepass status shows the link.";
    for (List<String> command : commands(text)) {
      if (starts(command)) {
        return;
      }
    }
  }

  private boolean starts(List<String> command) {
    Optional<String> program = programs.located(command.getFirst());
    if (program.isEmpty()) {
      return false;
    }
    try {
      List<String> located = new ArrayList<>(command);
      located.set(0, program.get()); // our own PATH may be another
      Process _ = programs.builder(located).start();
      return true;
    } catch (IOException e) {
      // It cannot be started: the next one may.
      return false;
    }
  }

  private List<List<String>> commands(String text) {
    return switch (platform.os()) {
      case LINUX ->
          platform.variable("DBUS_SESSION_BUS_ADDRESS").isPresent()
                  || platform.variable("XDG_RUNTIME_DIR").isPresent()
              ? List.of(notifySend(text), gdbus(text))
              : List.of();
      case MACOS -> List.of(osascript(text));
      case WINDOWS -> List.of(); // no program of Windows does it without a script
    };
  }

  private static List<String> notifySend(String text) {
    return List.of("notify-send", "--app-name=" + TITLE, "--icon=dialog-password", TITLE, text);
  }

  /** Desktop Notifications Specification, {@code Notify}. */
  private static List<String> gdbus(String text) {
    return List.of(
        "gdbus",
        "call",
        "--session",
        "--timeout=5",
        "--dest=org.freedesktop.Notifications",
        "--object-path=/org/freedesktop/Notifications",
        "--method=org.freedesktop.Notifications.Notify",
        TITLE,
        "0",
        "dialog-password",
        TITLE,
        text,
        "[]",
        "{}",
        "--",
        "-1");
  }

  private static List<String> osascript(String text) {
    return List.of(
        "osascript", "-e", "display notification \"" + text + "\" with title \"gatepass\"");
  }
}
