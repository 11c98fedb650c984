package io.gatepass.e2e.harness;

import io.gatepass.bootstrap.demo.http.Json;
import io.gatepass.e2e.image.Sandbox;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The processes that sign the user of a sandbox in, as the login's file names them. */
public final class LoginProcesses {
  private LoginProcesses() {}

  /** Those that are still there. */
  public static List<ProcessHandle> of(Sandbox sandbox) {
    return Sandbox.files(sandbox.home()).entrySet().stream()
        .filter(file -> file.getKey().matches(".*/login-[0-9a-f]{16}\\.json"))
        .flatMap(file -> pid(file.getValue()).stream())
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .filter(process -> process.info().commandLine().orElse("").endsWith("login --detached"))
        .toList();
  }

  /** Waits until there is one. */
  public static ProcessHandle await(Sandbox sandbox) {
    while (true) {
      List<ProcessHandle> processes = of(sandbox);
      if (!processes.isEmpty()) {
        return processes.getFirst();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** {@code kill -9}, and waits for the end. */
  public static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  private static Optional<Long> pid(String login) {
    try {
      return Optional.ofNullable(Json.read(login).get("pid"))
          .map(pid -> Long.parseLong(pid.toString()));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }
}
