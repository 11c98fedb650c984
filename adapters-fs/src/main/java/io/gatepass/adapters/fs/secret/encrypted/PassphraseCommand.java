package io.gatepass.adapters.fs.secret.encrypted;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.oauth.Secret;
import io.gatepass.domain.platform.Platform;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A command of the user's whose first line of output is the passphrase, as {@code pass show
 * gatepass}. It is run by the shell, without input, without gatepass's own secrets in its
 * environment, and may ask the user by itself; what it writes to stderr is shown. Its text is in no
 * message, because some put the passphrase into it.
 */
final class PassphraseCommand {
  static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Set<String> KEPT_BACK =
      Set.of("GATEPASS_PASSPHRASE", "GATEPASS_ACCESS_TOKEN", "GATEPASS_REFRESH_TOKEN");

  private final Platform platform;
  private final String command;
  private final Duration limit;

  PassphraseCommand(Platform platform, String command, Duration limit) {
    this.platform = platform;
    this.command = command;
    this.limit = limit;
  }

  /**
   * Runs the command.
   *
   * @throws SecretStoreUnavailable with reason LOCKED if it fails, takes too long or prints nothing
   */
  Secret run() {
    Process process = start();
    try {
      String line = within(process);
      return Optional.ofNullable(line)
          .filter(text -> !text.isEmpty())
          .map(Secret::of)
          .orElseThrow(() -> failed("printed nothing", null));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() {
    ProcessBuilder builder =
        new ProcessBuilder(shell()).redirectError(ProcessBuilder.Redirect.INHERIT);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(platform.environment());
    environment.keySet().removeAll(KEPT_BACK);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      throw failed("could not be started", e);
    }
  }

  private List<String> shell() {
    return platform.os() == Platform.Os.WINDOWS
        ? List.of("cmd", "/c", command)
        : List.of("sh", "-c", command);
  }

  private @Nullable String within(Process process) {
    FutureTask<@Nullable String> task = new FutureTask<>(() -> firstLine(process));
    Thread.ofPlatform().daemon().name("gatepass-passphrase").start(task);
    try {
      return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw failed("did not finish within " + limit.toSeconds() + " seconds", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("was not waited for", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SecretStoreUnavailable failure
          ? failure
          : failed("could not be read", e);
    }
  }

  private static @Nullable String firstLine(Process process)
      throws IOException, InterruptedException {
    try (BufferedReader output = process.inputReader(UTF_8)) {
      String line = output.readLine();
      int exit = process.waitFor();
      if (exit != 0) {
        throw failed("failed with exit code " + exit, null);
      }
      return line;
    }
  }

  private static SecretStoreUnavailable failed(String how, @Nullable Exception cause) {
    return new SecretStoreUnavailable(
        Reason.LOCKED,
        "The encrypted file is locked: the passphrase command " + how + ".",
        "Correct the setting secrets.passphraseCommand, or set GATEPASS_PASSPHRASE.",
        cause);
  }
}
