package io.gatepass.adapters.fs.service.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.fs.service.definition.ServiceDefinition.Hints;
import io.gatepass.adapters.fs.service.definition.ServiceDefinition.Socket;
import io.gatepass.adapters.fs.service.definition.ServiceDefinition.Steps;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Linux: a unit of the user's systemd, and one by which systemd listens until somebody connects;
 * systemd.service(5), systemd.exec(5), systemd.socket(5).
 */
final class SystemdUnit {
  private static final String UNIT = "gatepass-proxy.service";

  private static final String SOCKET = "gatepass-proxy.socket";
  private static final String SOCKET_TEXT =
      """
      # Written by gatepass proxy install, removed by gatepass proxy uninstall.
      [Unit]
      Description=gatepass proxy for AI coding tools

      [Socket]
      # The proxy listens on the same port of ::1 itself: it takes over one socket.
      ListenStream=127.0.0.1:@port@
      Backlog=1024

      [Install]
      WantedBy=sockets.target
      """;

  private static final String TEXT =
      """
      # Written by gatepass proxy install, removed by gatepass proxy uninstall.
      [Unit]
      Description=gatepass proxy for AI coding tools
      Requires=gatepass-proxy.socket
      After=gatepass-proxy.socket
      StartLimitIntervalSec=0

      [Service]
      Type=exec
      ExecStart=@command@
      @variables@# The socket is handed over as the standard input.
      StandardInput=socket
      StandardOutput=journal
      StandardError=journal
      Restart=on-failure
      RestartSec=10
      # A command line that is wrong, or settings that are missing, do not heal by themselves.
      RestartPreventExitStatus=2 3
      # Requests in flight get five seconds.
      TimeoutStopSec=15
      # The browser that was opened for a sign-in stays.
      KillMode=process
      """;

  private SystemdUnit() {}

  /**
   * The unit.
   *
   * @param configHome the XDG base directory for configuration
   * @param executable the absolute path of the gatepass program
   * @param port where the proxy listens
   */
  static ServiceDefinition of(Platform platform, Path configHome, String executable, int port) {
    Path directory = configHome.resolve("systemd/user");
    ServiceEnvironment environment = ServiceEnvironment.of(platform);
    return new ServiceDefinition(
        "systemd user unit",
        directory.resolve(UNIT),
        text(executable, environment),
        UTF_8,
        Optional.of(socket(directory, port)),
        // The link that versions without a socket have had made.
        directory.resolve("default.target.wants").resolve(UNIT),
        steps(),
        new Hints(
            environment.notes(),
            "journalctl --user -u gatepass-proxy",
            "Run gatepass proxy start where your session starts programs, or in a terminal."
                + " In a session that systemd has started, install it again."));
  }

  private static Socket socket(Path directory, int port) {
    return new Socket(
        directory.resolve(SOCKET),
        SOCKET_TEXT.replace("@port@", String.valueOf(port)),
        directory.resolve("sockets.target.wants").resolve(SOCKET),
        List.of(
            Step.of("systemctl", "--user", "daemon-reload"),
            Step.of("systemctl", "--user", "restart", UNIT)));
  }

  private static Steps steps() {
    return new Steps(
        List.of(Step.of("systemctl", "--user", "show-environment")),
        List.of(
            Step.of("systemctl", "--user", "daemon-reload"),
            Step.of("systemctl", "--user", "stop", UNIT),
            Step.of("systemctl", "--user", "enable", SOCKET),
            Step.of("systemctl", "--user", "restart", SOCKET),
            Step.trying("systemctl", "--user", "disable", UNIT)),
        List.of(
            Step.of("systemctl", "--user", "stop", UNIT),
            Step.of("systemctl", "--user", "restart", SOCKET)),
        List.of(Step.of("systemctl", "--user", "stop", SOCKET, UNIT)),
        List.of(
            Step.trying("systemctl", "--user", "disable", "--now", SOCKET),
            Step.trying("systemctl", "--user", "disable", UNIT),
            Step.of("systemctl", "--user", "stop", UNIT)),
        List.of(
            Step.trying("systemctl", "--user", "daemon-reload"),
            Step.trying("systemctl", "--user", "reset-failed", UNIT, SOCKET)));
  }

  private static String text(String executable, ServiceEnvironment environment) {
    return TEXT.replace("@variables@", variables(environment))
        .replace("@command@", command(executable));
  }

  /** systemd starts no program whose path holds a quote or a backslash; a shell does. */
  private static String command(String executable) {
    return executable.chars().anyMatch(it -> "\"'\\".indexOf(it) >= 0)
        ? "/bin/sh -c \"exec \\\"$$0\\\" proxy start\" " + quoted(executable.replace("$", "$$"))
        : quoted(executable) + " proxy start";
  }

  private static String variables(ServiceEnvironment environment) {
    return environment.variables().entrySet().stream()
        .map(it -> "Environment=" + quoted(it.getKey() + "=" + it.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  /** A word with C-style escapes; a percent sign would begin a specifier. */
  private static String quoted(String word) {
    String escaped = word.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%");
    return "\"" + escaped + "\"";
  }
}
