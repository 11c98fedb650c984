package io.gatepass.e2e.service;

import io.gatepass.e2e.image.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@code systemctl} that writes down how it is called, keeps the links that the real one keeps,
 * and runs the unit's program as the real one would.
 */
final class FakeSystemd {
  private final Path root;

  private FakeSystemd(Path root) {
    this.root = root;
  }

  static FakeSystemd install(Sandbox sandbox) {
    sandbox.program(
        "systemctl",
        """
        echo "$*" >>"%1$s/systemctl.calls"
        units="$HOME/.config/systemd/user"
        unit="$units/gatepass-proxy.service"
        stop() {
          [ -f "%1$s/pid" ] || return 0
          kill "$(cat "%1$s/pid")" 2>/dev/null
          while kill -0 "$(cat "%1$s/pid")" 2>/dev/null; do sleep 0.05; done
          rm -f "%1$s/pid"
        }
        case $* in
          *" enable "*.socket)
            mkdir -p "$units/sockets.target.wants"
            ln -sf "$units/gatepass-proxy.socket" "$units/sockets.target.wants/" ;;
          *" restart "*.socket)
            stop
            command=$(sed -n 's/^ExecStart=//p' "$unit")
            eval "exec $command" >"%1$s/proxy.log" 2>&1 </dev/null &
            echo $! >"%1$s/pid" ;;
          *" stop "*) stop ;;
          *" disable "*.socket) stop; rm -r "$units/sockets.target.wants" ;;
        esac
        """
            .formatted(sandbox.root()));
    return new FakeSystemd(sandbox.root());
  }

  /** How it was called, in order. */
  List<String> calls() throws IOException {
    return Files.readAllLines(root.resolve("systemctl.calls"));
  }

  /** Ends the program that it runs. */
  void end() throws IOException {
    Path pid = root.resolve("pid");
    if (Files.exists(pid)) {
      ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
