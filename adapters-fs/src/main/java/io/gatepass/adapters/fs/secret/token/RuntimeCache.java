package io.gatepass.adapters.fs.secret.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatepass.adapters.fs.file.AtomicFile;
import io.gatepass.adapters.fs.file.StorageFailures;
import io.gatepass.adapters.fs.session.RuntimeDirectory;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens, never refresh tokens, in files of the user's private RAM file system: one file a
 * scope, {@code $XDG_RUNTIME_DIR/gatepass/<tag>.access}, 0600. It holds the scope's text, a NUL and
 * the token in the format of {@link AccessTokenText}. As private as an unlocked keychain is to the
 * same user, gone at logout, and cheap to read. The directory is looked at when it is first needed.
 *
 * <p>The tag is no cryptographic hash, which would take longer than all the rest of a warm {@code
 * gatepass token}. What tells the scopes apart is their text: where two of them meet in one file,
 * each finds a token of its own there or none. docs/adr/0028
 */
public final class RuntimeCache {
  private static final String SUFFIX = ".access";

  private final Optional<Path> directory;
  private final boolean enabled;
  private final Predicate<Path> isPrivateMemory;
  private @Nullable Boolean usable;

  /**
   * A cache in that directory.
   *
   * @param directory {@code gatepass} in the user's runtime directory, where there is one
   * @param enabled whether tokens may be kept there; those that are can be removed all the same
   */
  public RuntimeCache(Optional<Path> directory, boolean enabled) {
    this(directory, enabled, RuntimeCache::isPrivateMemory);
  }

  RuntimeCache(Optional<Path> directory, boolean enabled, Predicate<Path> isPrivateMemory) {
    this.directory = directory;
    this.enabled = enabled;
    this.isPrivateMemory = isPrivateMemory;
  }

  /** Whether access tokens are kept here rather than in the secret store. */
  public boolean isInUse() {
    return enabled && isUsable();
  }

  /**
   * Where what is of interest for moments only is kept: here, or elsewhere where this is not in
   * use.
   */
  public Path directoryOr(Path elsewhere) {
    return directory.filter(_ -> isInUse()).orElse(elsewhere);
  }

  /** The token of a scope; one that cannot be read is as good as none. */
  public Optional<AccessToken> read(CredentialScope scope) {
    try {
      String start = start(scope);
      return file(scope)
          .read()
          .map(bytes -> new String(bytes, UTF_8))
          .filter(text -> text.length() > start.length() && text.startsWith(start))
          .map(text -> Secret.of(text.substring(start.length())))
          .flatMap(AccessTokenText::parse);
    } catch (StorageFailed e) {
      return Optional.empty(); // it is only a cache: the next token takes its place
    }
  }

  /**
   * Keeps a token.
   *
   * @throws StorageFailed if it cannot be written
   */
  void write(CredentialScope scope, AccessToken token) {
    byte[] bytes = (start(scope) + AccessTokenText.format(token).reveal()).getBytes(UTF_8);
    file(scope).write(bytes);
    Arrays.fill(bytes, (byte) 0);
  }

  /**
   * Removes the token of a scope.
   *
   * @throws StorageFailed if it cannot be removed
   */
  void delete(CredentialScope scope) {
    if (isUsable()) {
      file(scope).delete();
    }
  }

  /**
   * Removes the tokens of all scopes.
   *
   * @throws StorageFailed if one cannot be removed
   */
  void deleteAll() {
    if (!isUsable() || !Files.isDirectory(path())) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path(), "*" + SUFFIX)) {
      files.forEach(file -> new AtomicFile(file).delete());
    } catch (IOException e) {
      throw StorageFailures.writing(path(), e);
    }
  }

  private synchronized boolean isUsable() {
    if (usable == null) {
      usable = directory.map(Path::getParent).filter(isPrivateMemory).isPresent();
    }
    return usable;
  }

  private AtomicFile file(CredentialScope scope) {
    return new AtomicFile(path().resolve(scope.tag() + SUFFIX));
  }

  private static String start(CredentialScope scope) {
    return scope.text() + "\0";
  }

  private Path path() {
    return directory.orElseThrow();
  }

  private static boolean isPrivateMemory(Path runtime) {
    try {
      return RuntimeDirectory.at(runtime).isPrivateMemory();
    } catch (IOException | UnsupportedOperationException e) {
      return false; // what cannot be looked at is not known to be private
    }
  }
}
