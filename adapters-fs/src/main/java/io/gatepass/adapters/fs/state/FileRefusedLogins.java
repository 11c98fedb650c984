package io.gatepass.adapters.fs.state;

import io.gatepass.application.port.RefusedLogins;
import io.gatepass.domain.gateway.CredentialScope;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The latest refusal of each scope, in a file {@code refused-<scope>.json} of its own. */
public final class FileRefusedLogins implements RefusedLogins {
  private final Path directory;

  /** Keeps its files in the state directory, which is made when needed. */
  public FileRefusedLogins(Path stateDirectory) {
    this.directory = stateDirectory;
  }

  @Override
  public Optional<Refusal> latest(CredentialScope scope) {
    Map<String, String> texts = file(scope).read();
    return Optional.ofNullable(texts.get("reason")).flatMap(reason -> refusal(reason, texts));
  }

  @Override
  public void remember(CredentialScope scope, Refusal refusal) {
    file(scope)
        .write(
            Map.of(
                "at", refusal.at().toString(),
                "reason", refusal.reason(),
                "holds", refusal.holds().toString(),
                "unanswered", Boolean.toString(refusal.unanswered())));
  }

  @Override
  public void forget(CredentialScope scope) {
    file(scope).delete();
  }

  private TextsFile file(CredentialScope scope) {
    return new TextsFile(directory.resolve("refused-" + scope.id() + ".json"));
  }

  private static Optional<Refusal> refusal(String reason, Map<String, String> texts) {
    try {
      return Optional.of(
          new Refusal(
              Instant.parse(texts.getOrDefault("at", "")),
              reason,
              Duration.parse(texts.getOrDefault("holds", "")),
              Boolean.parseBoolean(texts.getOrDefault("unanswered", ""))));
    } catch (DateTimeException e) {
      return Optional.empty(); // not written by us: then nothing is remembered
    }
  }
}
