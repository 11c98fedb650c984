package io.gatepass.adapters.fs.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatepass.domain.failure.StorageFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileLinksTest {
  @TempDir Path dir;
  private Path dotfiles;
  private Path target;
  private Path link;

  @BeforeEach
  void dotfilesBesideTheHome() throws IOException {
    dotfiles = Files.createDirectory(dir.resolve("dotfiles"));
    target = Files.writeString(dotfiles.resolve("claude.json"), "old");
    Path home = Files.createDirectory(dir.resolve("home"));
    link = home.resolve("settings.json");
  }

  @Test
  void absoluteLinkStaysAndItsTargetIsReplaced() throws IOException {
    Files.createSymbolicLink(link, target);
    assertTargetIsReplaced();
  }

  @Test
  void relativeLinkStaysAndItsTargetIsReplaced() throws IOException {
    Files.createSymbolicLink(link, Path.of("../dotfiles/claude.json"));
    assertTargetIsReplaced();
  }

  @Test
  void chainOfLinksStaysAndItsEndIsReplaced() throws IOException {
    Path middle = Files.createSymbolicLink(dotfiles.resolve("middle"), Path.of("claude.json"));
    Files.createSymbolicLink(link, Path.of("../dotfiles/middle"));
    assertTargetIsReplaced();
    assertThat(middle).isSymbolicLink();
  }

  @Test
  void linkThroughALinkedDirectoryIsRelativeToWhereItReallyIs() throws IOException {
    Path deep = Files.createDirectories(dotfiles.resolve("deep/er"));
    Files.createSymbolicLink(deep.resolve("settings.json"), Path.of("../../claude.json"));
    Path linkedHome = Files.createSymbolicLink(dir.resolve("linked"), deep);
    link = linkedHome.resolve("settings.json");
    assertTargetIsReplaced();
  }

  @Test
  void danglingLinkStaysAndItsTargetIsMade() throws IOException {
    target = dotfiles.resolve("new/claude.json");
    Files.createSymbolicLink(link, target);

    assertThat(new AtomicFile(link).read()).isEmpty();
    assertThat(new AtomicFile(link).missingDirectories()).containsExactly(target.getParent());
    assertTargetIsReplaced();
  }

  @Test
  void directoryThatIsADanglingLinkIsMadeWhereItLeads() throws IOException {
    Path linkedHome = Files.createSymbolicLink(dir.resolve("linked"), Path.of("dotfiles/later"));
    link = linkedHome.resolve("settings.json");

    new AtomicFile(link).write("new".getBytes(UTF_8));

    assertThat(linkedHome).isSymbolicLink();
    assertThat(dotfiles.resolve("later/settings.json")).hasContent("new");
  }

  @Test
  void loopOfLinksIsRefused() throws IOException {
    Files.createSymbolicLink(link, Path.of("other"));
    Files.createSymbolicLink(link.resolveSibling("other"), Path.of("settings.json"));
    assertRefused(link + " is a symbolic link that leads back to itself");
  }

  @Test
  void directoryThatLeadsIntoItselfIsRefused() throws IOException {
    Path loop = Files.createSymbolicLink(dir.resolve("loop"), Path.of("loop/inner"));
    link = loop.resolve("settings.json");
    assertRefused("leads to itself");
  }

  @Test
  void deletingRemovesTheTargetAndLeavesTheLink() throws IOException {
    Files.createSymbolicLink(link, target);

    new AtomicFile(link).delete();

    assertThat(link).isSymbolicLink();
    assertThat(target).doesNotExist();
  }

  private void assertTargetIsReplaced() {
    new AtomicFile(link).write("new".getBytes(UTF_8));

    assertThat(link).isSymbolicLink().hasContent("new");
    assertThat(target).isRegularFile().hasContent("new");
    assertThat(link.getParent()).isDirectoryNotContaining(f -> f.toString().endsWith(".tmp"));
  }

  private void assertRefused(String message) {
    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(() -> new AtomicFile(link).write("new".getBytes(UTF_8)))
        .withMessageContaining(message);
    assertThatExceptionOfType(StorageFailed.class)
        .isThrownBy(() -> new AtomicFile(link).read())
        .withMessageContaining(message);
  }
}
