package io.gatepass.adapters.fs.service.definition;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.fs.service.definition.ServiceDefinition.Hints;
import io.gatepass.adapters.fs.service.definition.ServiceDefinition.Steps;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** macOS: an agent of the user's launchd; launchd.plist(5), launchctl(1). */
final class LaunchAgent {
  private static final String LABEL = "io.gatepass.proxy";

  private static final String TEXT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
      <!-- Written by gatepass proxy install, removed by gatepass proxy uninstall. -->
      <plist version="1.0">
      <dict>
        <key>Label</key>
        <string>@label@</string>
        <key>ProgramArguments</key>
        <array>
          <string>@executable@</string>
          <string>proxy</string>
          <string>start</string>
        </array>
      @variables@  <key>RunAtLoad</key>
        <true/>
        <key>KeepAlive</key>
        <dict>
          <key>SuccessfulExit</key>
          <false/>
        </dict>
        <key>ThrottleInterval</key>
        <integer>10</integer>
        <key>ExitTimeOut</key>
        <integer>15</integer>
        <!-- The browser that was opened for a sign-in stays. -->
        <key>AbandonProcessGroup</key>
        <true/>
        <key>ProcessType</key>
        <string>Interactive</string>
      </dict>
      </plist>
      """;

  private LaunchAgent() {}

  /**
   * The agent.
   *
   * @param executable the absolute path of the gatepass program
   * @param uid the user's number, which names the domain of his graphical session
   */
  static ServiceDefinition of(Platform platform, String executable, String uid) {
    Path file = Path.of(platform.home(), "Library", "LaunchAgents", LABEL + ".plist");
    ServiceEnvironment environment = ServiceEnvironment.of(platform);
    return ServiceDefinition.alwaysOn(
        "launchd agent",
        file,
        text(executable, environment.variables()),
        UTF_8,
        steps(file, "gui/" + uid),
        new Hints(
            environment.notes(),
            "launchctl print gui/" + uid + "/" + LABEL,
            "Sign in at the Mac's screen and run it again, or run gatepass proxy start."));
  }

  private static Steps steps(Path file, String domain) {
    String target = domain + "/" + LABEL;
    return new Steps(
        List.of(),
        List.of(
            Step.trying("launchctl", "bootout", target),
            Step.of("launchctl", "enable", target),
            Step.of("launchctl", "bootstrap", domain, file.toString())),
        List.of(Step.of("launchctl", "kickstart", "-k", target)),
        List.of(Step.trying("launchctl", "kill", "SIGTERM", target)),
        List.of(Step.of("launchctl", "bootout", target)),
        List.of());
  }

  private static String text(String executable, Map<String, String> variables) {
    return TEXT.replace("@label@", LABEL)
        .replace("@variables@", dictionary(variables))
        .replace("@executable@", XmlText.escaped(executable));
  }

  private static String dictionary(Map<String, String> variables) {
    if (variables.isEmpty()) {
      return "";
    }
    return variables.entrySet().stream()
        .map(it ->
            "    <key>%s</key>\n    <string>%s</string>\n"
                .formatted(it.getKey(), XmlText.escaped(it.getValue())))
        .collect(
            Collectors.joining("", "  <key>EnvironmentVariables</key>\n  <dict>\n", "  </dict>\n"));
  }
}
