package io.gatepass.adapters.fs.state;

import io.gatepass.application.port.SignedInUsers;
import io.gatepass.domain.gateway.CredentialScope;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Names, each in a file {@code user-<scope>.json} of its own, which only the user can read. */
public final class FileSignedInUsers implements SignedInUsers {
  private static final String USER = "user";

  private final Path directory;

  /** Keeps its files in the state directory, which is made when needed. */
  public FileSignedInUsers(Path stateDirectory) {
    this.directory = stateDirectory;
  }

  @Override
  public Optional<String> find(CredentialScope scope) {
    return Optional.ofNullable(file(scope).read().get(USER));
  }

  @Override
  public void remember(CredentialScope scope, String user) {
    file(scope).write(Map.of(USER, user));
  }

  @Override
  public void forgetAll() {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "user-*.json")) {
      files.forEach(file -> new TextsFile(file).delete());
    } catch (IOException e) {
      return; // a directory that cannot be read, or is not there, holds no names
    }
  }

  private TextsFile file(CredentialScope scope) {
    return new TextsFile(directory.resolve("user-" + scope.id() + ".json"));
  }
}
