package io.gatepass.adapters.fs.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.SignedInUsers;
import io.gatepass.application.port.SignedInUsersContract;
import io.gatepass.domain.gateway.CredentialScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSignedInUsersTest extends SignedInUsersContract {
  @TempDir Path dir;

  @Override
  protected SignedInUsers users() {
    return new FileSignedInUsers(dir.resolve("state"));
  }

  @Test
  void nameIsForItsUsersEyesOnlyAndNothingOfItStays() throws IOException {
    CredentialScope scope = new CredentialScope("0123456789abcdef");
    users().remember(scope, "ada@example.com");
    Path file = dir.resolve("state/user-" + scope.id() + ".json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    users().forgetAll();

    assertThat(dir.resolve("state")).isEmptyDirectory();
  }
}
