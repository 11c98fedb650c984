package io.gatepass.adapters.fs.service.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.fs.service.definition.ServiceDefinition.Hints;
import io.gatepass.adapters.fs.service.definition.ServiceDefinition.Steps;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Linux: a unit of the user's systemd; systemd.service(5), systemd.exec(5). */
final class SystemdUnit {
  private static final String UNIT = "gatepass-proxy.service";

  private static final String TEXT =
      """
      # Written by gatepass proxy install, removed by gatepass proxy uninstall.
      [Unit]
      Description=gatepass proxy for AI coding tools
      StartLimitIntervalSec=0

      [Service]
      Type=exec
      ExecStart=@command@
      @variables@Restart=on-failure
      RestartSec=10
      # A command line that is wrong, or settings that are missing, do not heal by themselves.
      RestartPreventExitStatus=2 3
      # Requests in flight get five seconds.
      TimeoutStopSec=15
      # The browser that was opened for a sign-in stays.
      KillMode=process

      [Install]
      WantedBy=default.target
      """;

  private SystemdUnit() {}

  /**
   * The unit.
   *
   * @param configHome the XDG base directory for configuration
   * @param executable the absolute path of the gatepass program
   */
  static ServiceDefinition of(Platform platform, Path configHome, String executable) {
    Path directory = configHome.resolve("systemd/user");
    ServiceEnvironment environment = ServiceEnvironment.of(platform);
    return new ServiceDefinition(
        "systemd user unit",
        directory.resolve(UNIT),
        text(executable, environment),
        UTF_8,
        directory.resolve("default.target.wants").resolve(UNIT),
        steps(),
        new Hints(
            environment.notes(),
            "journalctl --user -u gatepass-proxy",
            "Run gatepass proxy start where your session starts programs, or in a terminal."
                + " In a session that systemd has started, install it again."));
  }

  private static Steps steps() {
    return new Steps(
        List.of(Step.of("systemctl", "--user", "show-environment")),
        List.of(
            Step.of("systemctl", "--user", "daemon-reload"),
            Step.of("systemctl", "--user", "enable", UNIT),
            Step.of("systemctl", "--user", "restart", UNIT)),
        List.of(Step.of("systemctl", "--user", "restart", UNIT)),
        List.of(Step.of("systemctl", "--user", "stop", UNIT)),
        List.of(Step.of("systemctl", "--user", "disable", "--now", UNIT)),
        List.of(
            Step.trying("systemctl", "--user", "daemon-reload"),
            Step.trying("systemctl", "--user", "reset-failed", UNIT)));
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
