package io.gatepass.adapters.fs.service;

import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.application.port.ProxyService;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A user's home on Linux, and a {@code systemctl} that writes down how it is called. */
final class LinuxHome {
  private static final String OBEDIENT =
      """
      #!/bin/sh
      echo "$*" >>"%1$s/calls"
      env >"%1$s/environment"
      unit="$HOME/.config/systemd/user"
      case $* in
        *" enable "*.socket) mkdir -p "$unit/sockets.target.wants"
          ln -sf "$unit/gatepass-proxy.socket" "$unit/sockets.target.wants/" ;;
        *" disable "*.socket) rm -r "$unit/sockets.target.wants" ;;
        *" disable "*.service) rm -rf "$unit/default.target.wants" ;;
      esac
      """;

  final Map<String, String> environment = new HashMap<>();
  int port = 14001;
  String executable = "/opt/gate pass/bin/gatepass";
  private final Path root;

  LinuxHome(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(home());
    Files.createDirectories(root.resolve("bin"));
    systemctl(OBEDIENT.formatted(root));
    environment.put("HOME", home().toString());
    environment.put("PATH", root.resolve("bin") + ":/usr/bin:/bin");
  }

  ProxyService service() {
    Platform platform = new Platform(Os.LINUX, home().toString(), environment);
    FileLocks locks = new FileLocks(root.resolve("locks"), System::nanoTime);
    return new UserService(platform, UserDirectories.of(platform), executable, locks, () -> port);
  }

  /** As earlier versions have installed it; returns where its link is. */
  Path installWithoutSocket() throws IOException {
    service().install(Installer.USER);
    Files.delete(socket());
    Files.writeString(unit(), "[Service]\n[Install]\nWantedBy=default.target\n");
    Path wants = Files.createDirectories(unit().resolveSibling("default.target.wants"));
    Files.createSymbolicLink(wants.resolve("gatepass-proxy.service"), unit());
    return wants;
  }

  Path home() {
    return root.resolve("home");
  }

  Path unit() {
    return home().resolve(".config/systemd/user/gatepass-proxy.service");
  }

  Path socket() {
    return unit().resolveSibling("gatepass-proxy.socket");
  }

  List<String> calls() throws IOException {
    return Files.readAllLines(root.resolve("calls"));
  }

  void failOn(String verb) throws IOException {
    systemctl(
        OBEDIENT.formatted(root)
            + "case $* in *\" %s \"*) echo Job failed. >&2; exit 1 ;; esac\n".formatted(verb));
  }

  void systemctl(String script) throws IOException {
    Path file = Files.writeString(root.resolve("bin/systemctl"), script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Everything in the home but for gatepass's own state directory, which stays. */
  List<String> tree() throws IOException {
    try (Stream<Path> paths = Files.walk(home())) {
      return paths
          .map(path -> home().relativize(path).toString())
          .filter(path -> !".local/state/gatepass".startsWith(path) || path.isEmpty())
          .sorted()
          .toList();
    }
  }
}
