package io.gatepass.adapters.fs.secret.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.oauth.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuntimeCacheTest {
  private static final CredentialScope SCOPE = new CredentialScope("https://a\0https://b\0Aa\0");
  private static final CredentialScope OTHER = new CredentialScope("https://a\0https://b\0Ab\0");

  /** Its file is the first one's: "Aa" and "BB" have one hash code. */
  private static final CredentialScope NEIGHBOUR =
      new CredentialScope("https://a\0https://b\0BB\0");

  private static final AccessToken TOKEN =
      new AccessToken(
          Secret.of("token"), Instant.ofEpochMilli(1_000), Instant.ofEpochMilli(301_000));

  @TempDir private Path runtime;

  @Test
  void aTokenIsInAPrivateFileOfItsScope() throws Exception {
    cache(true).write(SCOPE, TOKEN);

    Path file = file();
    assertThat(file).hasContent(SCOPE.text() + "\0v1 1000 301000 token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
    assertThat(cache(true).read(SCOPE)).contains(TOKEN);
    assertThat(cache(true).read(OTHER)).isEmpty();
  }

  @Test
  void twoScopesThatMeetInOneFileNeverGetEachOthersToken() {
    cache(true).write(SCOPE, TOKEN);
    assertThat(cache(true).read(NEIGHBOUR)).isEmpty();

    cache(true).write(NEIGHBOUR, TOKEN);

    assertThat(ours()).isDirectoryContaining(file()::equals);
    assertThat(cache(true).read(NEIGHBOUR)).contains(TOKEN);
    assertThat(cache(true).read(SCOPE)).isEmpty();
  }

  @Test
  void itIsNotInUseWhereNothingIsPrivate() {
    assertThat(new RuntimeCache(Optional.of(ours()), true, _ -> false).isInUse()).isFalse();
    assertThat(new RuntimeCache(Optional.empty(), true, _ -> true).isInUse()).isFalse();
    assertThat(cache(true).isInUse()).isTrue();
  }

  @Test
  void theDirectoryOfTheTestIsNotPrivateMemory() throws Exception {
    Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString("rwxr-xr-x"));

    assertThat(new RuntimeCache(Optional.of(ours()), true).isInUse()).isFalse();
    assertThat(new RuntimeCache(Optional.of(runtime.resolve("absent/gatepass")), true).isInUse())
        .isFalse();
  }

  @Test
  void oneThatWasSwitchedOffIsStillEmptied() {
    cache(true).write(SCOPE, TOKEN);
    cache(true).write(OTHER, TOKEN);
    RuntimeCache off = cache(false);
    assertThat(off.isInUse()).isFalse();

    off.delete(SCOPE);
    assertThat(cache(true).read(SCOPE)).isEmpty();
    assertThat(cache(true).read(OTHER)).isPresent();

    off.deleteAll();
    assertThat(cache(true).read(OTHER)).isEmpty();
  }

  @Test
  void emptyingAnEmptyOneIsFine() {
    cache(true).delete(SCOPE);
    cache(true).deleteAll();

    assertThat(ours()).doesNotExist();
  }

  @Test
  void aMalformedEntryIsNoTokenAndGivesWayToTheNext() throws Exception {
    Files.createDirectories(ours());
    String start = SCOPE.text() + "\0";
    for (String text : new String[] {"", "v1 1 2 token", "\1", start, start + "v1 garbage"}) {
      Files.writeString(file(), text);
      assertThat(cache(true).read(SCOPE)).isEmpty();
    }

    cache(true).write(SCOPE, TOKEN);

    assertThat(cache(true).read(SCOPE)).contains(TOKEN);
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws Exception {
    Files.createDirectories(file());

    assertThat(cache(true).read(SCOPE)).isEmpty();
    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(() -> cache(true).write(SCOPE, TOKEN));
  }

  private RuntimeCache cache(boolean enabled) {
    return new RuntimeCache(Optional.of(ours()), enabled, runtime::equals);
  }

  private Path file() {
    return ours().resolve(SCOPE.tag() + ".access");
  }

  private Path ours() {
    return runtime.resolve("gatepass");
  }
}
