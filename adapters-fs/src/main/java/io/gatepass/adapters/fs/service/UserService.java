package io.gatepass.adapters.fs.service;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.file.Directories;
import io.gatepass.adapters.fs.file.FileLock;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.StorageFailures;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.fs.service.ServiceRecord.Entry;
import io.gatepass.adapters.fs.service.definition.ServiceDefinition;
import io.gatepass.adapters.fs.service.definition.ServiceDefinition.Socket;
import io.gatepass.adapters.fs.service.definition.ServiceDefinitions;
import io.gatepass.adapters.fs.service.definition.Step;
import io.gatepass.application.port.ProxyService;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * The service as the system's own manager runs it. The record of it is stored before its file and
 * removed after it, so that whatever a killed run leaves is known and can be removed.
 */
public final class UserService implements ProxyService {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Platform platform;
  private final UserDirectories directories;
  private final String executable;
  private final SystemCommands commands;
  private final ServiceRecord record;
  private final FileLocks locks;
  private final IntSupplier port;

  /**
   * A service.
   *
   * @param executable the absolute path of the gatepass program, which the service runs
   * @param port where the proxy listens by the settings as they are
   */
  public UserService(
      Platform platform,
      UserDirectories directories,
      String executable,
      FileLocks locks,
      IntSupplier port) {
    this.platform = platform;
    this.directories = directories;
    this.executable = executable;
    this.commands = new SystemCommands(platform);
    this.record = new ServiceRecord(directories.state());
    this.locks = locks;
    this.port = port;
  }

  @Override
  public Optional<Installation> installed() {
    return record.read().map(it -> installation(it, definition()));
  }

  @Override
  public Plan plan() {
    ServiceDefinition definition = definition();
    requireManager(definition);
    return new Plan(
        definition.kind(),
        definition.file().toString(),
        definition.hints().notes(),
        definition.hints().logs());
  }

  @Override
  public Installation install(Installer by) {
    ServiceDefinition definition = definition();
    requireManager(definition);
    try (FileLock _ = lock()) {
      Optional<Entry> earlier = record.read();
      earlier.filter(it -> !it.file().equals(definition.file())).ifPresent(this::remove);
      Optional<Entry> kept = earlier.filter(it -> it.file().equals(definition.file()));
      AtomicFile file = new AtomicFile(definition.file());
      Map<Path, Optional<byte[]>> before = contents(definition);
      if (kept.isEmpty()) {
        requireNothingForeign(before);
      }
      Entry entry =
          new Entry(
              earlier.map(Entry::by).orElse(by),
              definition.file(),
              kept.map(Entry::createdDirectories).orElseGet(file::missingDirectories));
      start(definition, entry, before);
      return installation(entry, definition);
    }
  }

  @Override
  public List<String> uninstall() {
    try (FileLock _ = lock()) {
      return record.read().map(this::remove).orElse(List.of());
    }
  }

  @Override
  public void restart() {
    Optional<Installation> outdated = installed().filter(it -> !it.current());
    if (outdated.isPresent()) {
      install(outdated.get().by()); // another port stands in the socket's file
    } else {
      require(definition().steps().restart(), "started");
    }
  }

  @Override
  public void stop() {
    require(definition().steps().stop(), "stopped");
  }

  private void start(
      ServiceDefinition definition, Entry entry, Map<Path, Optional<byte[]>> before) {
    boolean started = false;
    try {
      record.write(entry);
      definition.files().forEach((path, bytes) -> new AtomicFile(path).write(bytes));
      require(definition.steps().start(), "started");
      started = true;
    } finally {
      if (!started) {
        putBack(definition, entry, before);
      }
    }
  }

  private void putBack(
      ServiceDefinition definition, Entry entry, Map<Path, Optional<byte[]>> before) {
    if (before.values().stream().allMatch(Optional::isEmpty)) {
      var _ = remove(entry);
    } else {
      before.forEach((path, bytes) -> {
        AtomicFile file = new AtomicFile(path);
        bytes.ifPresentOrElse(file::write, file::delete);
      });
      var _ =
          commands.run(
              definition
                  .socket()
                  .filter(it -> new AtomicFile(it.file()).read().isEmpty())
                  .map(Socket::without)
                  .orElse(definition.steps().start()));
    }
  }

  private static Map<Path, Optional<byte[]>> contents(ServiceDefinition definition) {
    Map<Path, Optional<byte[]>> contents = new LinkedHashMap<>();
    definition.files().keySet().forEach(it -> contents.put(it, new AtomicFile(it).read()));
    return contents;
  }

  /** Files go in any case: what cannot be stopped now is not started again. */
  private List<String> remove(Entry entry) {
    ServiceDefinition definition = definition();
    AtomicFile file = new AtomicFile(entry.file());
    Optional<String> failure = file.read().flatMap(_ -> commands.run(definition.steps().remove()));
    definition.socket().ifPresent(it -> new AtomicFile(it.file()).delete());
    file.delete();
    definition.links().forEach(UserService::removeLink);
    var _ = Directories.removeEmpty(entry.createdDirectories());
    var _ = commands.run(definition.steps().removed());
    record.delete();
    return failure.map(it -> "The service could not be stopped: " + it + ".").stream().toList();
  }

  private static void removeLink(Path link) {
    try {
      if (Files.isSymbolicLink(link)) {
        Files.delete(link);
        var _ = Directories.removeEmpty(List.of(Objects.requireNonNull(link.getParent())));
      }
    } catch (IOException e) {
      throw StorageFailures.writing(link, e);
    }
  }

  private Installation installation(Entry entry, ServiceDefinition definition) {
    boolean current =
        entry.file().equals(definition.file())
            && definition.files().entrySet().stream().allMatch(UserService::isWritten);
    return new Installation(entry.by(), definition.kind(), entry.file().toString(), current);
  }

  private static boolean isWritten(Map.Entry<Path, byte[]> file) {
    return new AtomicFile(file.getKey())
        .read()
        .filter(bytes -> Arrays.equals(bytes, file.getValue()))
        .isPresent();
  }

  private ServiceDefinition definition() {
    return ServiceDefinitions.of(platform, directories, executable, this::uid, port);
  }

  private String uid() {
    Path home = Path.of(platform.home());
    try {
      return String.valueOf(Files.getAttribute(home, "unix:uid"));
    } catch (IOException e) {
      throw StorageFailures.reading(home, e);
    }
  }

  private void requireManager(ServiceDefinition definition) {
    requireOwnHome();
    commands
        .run(definition.steps().check())
        .ifPresent(failure -> {
          throw new ProxyServiceFailed(
              "Nothing here can run the proxy as a service (" + failure + ").",
              definition.hints().unavailable());
        });
  }

  /** The manager that answers is that of the user who runs this, whose ever the home may be. */
  private void requireOwnHome() {
    String own = platform.os() == Os.WINDOWS ? "USERPROFILE" : "HOME";
    if (platform
        .variable("GATEPASS_HOME")
        .filter(it -> !it.equals(platform.variable(own).orElse(it)))
        .isPresent()) {
      throw new ProxyServiceFailed(
          "GATEPASS_HOME names another user's home, and a service can be installed for oneself"
              + " only.",
          "Run the command as that user, without GATEPASS_HOME.");
    }
  }

  private void require(List<Step> steps, String done) {
    commands
        .run(steps)
        .ifPresent(failure -> {
          throw new ProxyServiceFailed(
              "The proxy's service could not be " + done + ": " + failure + ".",
              "See: " + definition().hints().logs());
        });
  }

  private FileLock lock() {
    return locks
        .acquire("proxy-service", PATIENCE)
        .orElseThrow(() ->
            new StorageFailed(
                "Another gatepass is installing or removing the proxy's service.",
                "Run the command again when that one has finished."));
  }

  private static void requireNothingForeign(Map<Path, Optional<byte[]>> files) {
    files.forEach((path, bytes) -> {
      if (bytes.isPresent()) {
        throw new StorageFailed(
            path + " is there, and gatepass has not written it.",
            "Move it away and run the command again.");
      }
    });
  }
}
