package io.gatepass.adapters.fs.service.definition;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.gatepass.adapters.fs.service.definition.ServiceDefinition.Hints;
import io.gatepass.adapters.fs.service.definition.ServiceDefinition.Steps;
import io.gatepass.domain.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Windows: a task that starts when the user signs in; schtasks, Task Scheduler schema. The task
 * gets the user's own environment, so none is written.
 */
final class ScheduledTask {
  private static final String TEXT =
      """
      \uFEFF<?xml version="1.0" encoding="UTF-16"?>
      <!-- Written by gatepass proxy install, removed by gatepass proxy uninstall. -->
      <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
        <RegistrationInfo>
          <Description>gatepass proxy for AI coding tools</Description>
        </RegistrationInfo>
        <Triggers>
          <LogonTrigger>
            <Enabled>true</Enabled>
            <UserId>@user@</UserId>
          </LogonTrigger>
        </Triggers>
        <Principals>
          <Principal id="Author">
            <UserId>@user@</UserId>
            <LogonType>InteractiveToken</LogonType>
            <RunLevel>LeastPrivilege</RunLevel>
          </Principal>
        </Principals>
        <Settings>
          <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
          <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
          <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
          <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
          <RestartOnFailure>
            <Interval>PT1M</Interval>
            <Count>999</Count>
          </RestartOnFailure>
        </Settings>
        <Actions Context="Author">
          <Exec>
            <Command>@executable@</Command>
            <Arguments>proxy start</Arguments>
          </Exec>
        </Actions>
      </Task>
      """;

  private ScheduledTask() {}

  /**
   * The task.
   *
   * @param state where the file is kept that the task was made of
   * @param executable the absolute path of the gatepass program
   */
  static ServiceDefinition of(Platform platform, Path state, String executable) {
    String name = "gatepass-proxy-" + platform.variable("USERNAME").orElse("user");
    Path file = state.resolve("gatepass-proxy.xml");
    return ServiceDefinition.alwaysOn(
        "scheduled task " + name,
        file,
        text(executable, user(platform)),
        UTF_16LE,
        steps(program(platform), name, file),
        new Hints(
            List.of(),
            "schtasks /Query /V /FO LIST /TN " + name,
            "Run gatepass proxy start, or ask your administrator to allow scheduled tasks."));
  }

  private static Steps steps(String schtasks, String name, Path file) {
    Step run = Step.of(schtasks, "/Run", "/TN", name);
    Step end = Step.trying(schtasks, "/End", "/TN", name);
    return new Steps(
        List.of(),
        List.of(end, Step.of(schtasks, "/Create", "/F", "/TN", name, "/XML", file.toString()), run),
        List.of(end, run),
        List.of(end),
        List.of(end, Step.of(schtasks, "/Delete", "/F", "/TN", name)),
        List.of());
  }

  /** By its whole path: a bare name would be looked for in the current directory first. */
  private static String program(Platform platform) {
    return platform
        .variable("SystemRoot")
        .map(it -> it + "\\System32\\schtasks.exe")
        .orElse("schtasks");
  }

  private static String user(Platform platform) {
    return Stream.of("USERDOMAIN", "USERNAME")
        .flatMap(name -> platform.variable(name).stream())
        .collect(Collectors.joining("\\"));
  }

  private static String text(String executable, String user) {
    return TEXT.replace("@user@", XmlText.escaped(user))
        .replace("@executable@", XmlText.escaped(executable));
  }
}
