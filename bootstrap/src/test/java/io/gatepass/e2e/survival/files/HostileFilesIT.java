package io.gatepass.e2e.survival.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.e2e.harness.Workplace;
import io.gatepass.e2e.image.Finished;
import io.gatepass.e2e.image.RunningGatepass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people, editors and other programs leave them: handled, or named and left alone. */
final class HostileFilesIT {
  private static final int LARGEST = 10 * 1024 * 1024;
  private static final int CROWD = 8;

  @RegisterExtension final Workplace place = new Workplace();

  private TwoTools tools;
  private Path settings;

  @BeforeEach
  void installTheTools() throws IOException {
    tools = TwoTools.installIn(place);
    settings = place.sandbox().claudeSettings();
  }

  static Stream<byte[]> oddButWellFormed() {
    return Stream.of(
        "\uFEFF{\r\n\t\"model\": \"opus\"\r\n}".getBytes(UTF_8),
        "{\"model\":\"opus\"}".getBytes(UTF_8),
        "\n\n  \r\n".getBytes(UTF_8),
        new byte[0]);
  }

  @ParameterizedTest
  @MethodSource("oddButWellFormed")
  void byteOrderMarksLineBreaksAndTabsComeBack(byte[] text) throws IOException {
    Files.write(settings, text);
    Files.writeString(codex(), "\uFEFFmodel = \"gpt-6\"\r\n\r\n[tui]\r\n\ttheme = 'x'");
    Map<String, String> before = tools.files();

    Finished setup = tools.setup();

    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(tools.files().get(".claude/settings.json")).contains("apiKeyHelper");
    assertThat(tools.files().get(".codex/config.toml")).contains("gatepass");
    tools.assertComesBack(before);
  }

  @Test
  void linksStayAndWhatTheyLeadToIsEditedWithItsMode() throws IOException {
    // Given a chain of links into the user's dotfiles
    Path dotfiles = Files.createDirectories(place.sandbox().home().resolve("dotfiles"));
    Path target = Files.writeString(dotfiles.resolve("claude.json"), "{\"model\": \"opus\"}\n");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
    Files.createSymbolicLink(dotfiles.resolve("current"), Path.of("claude.json"));
    Files.createSymbolicLink(settings, Path.of("../dotfiles/current"));
    Map<String, String> before = tools.files();

    // When
    Finished setup = tools.setup();

    // Then
    assertThat(setup.exitCode()).as("%s", setup).isZero();
    assertThat(target).content().contains("apiKeyHelper").contains("opus");
    assertThat(target.toRealPath()).isEqualTo(settings.toRealPath());
    assertThat(Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)).isTrue();
    assertThat(Files.readSymbolicLink(settings)).hasToString("../dotfiles/current");
    assertThat(mode(target)).isEqualTo("rw-r-----");
    tools.assertComesBack(before);
    assertThat(Files.readSymbolicLink(settings)).hasToString("../dotfiles/current");
    assertThat(mode(target)).isEqualTo("rw-r-----");
  }

  @Test
  void linkThatLeadsToItselfIsNamed() throws IOException {
    Files.createSymbolicLink(settings, settings.getFileName());

    Map<String, String> before = tools.files();

    tools.assertRefused(tools.setup(), before, settings.toString(), "leads back to itself");
  }

  @Test
  void directoryInTheFilesPlaceIsNamed() throws IOException {
    Files.createDirectory(settings);

    Map<String, String> before = tools.files();

    tools.assertRefused(tools.setup(), before, settings.toString(), "is a directory");
  }

  static Stream<byte[]> unknownEncodings() {
    return Stream.of(
        "{\"model\": \"opus\"}".getBytes(UTF_16LE),
        "{\n  \"name\": \"Zo\u00EB\"\n}".getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @MethodSource("unknownEncodings")
  void unknownEncodingIsNamedWithItsPlace(byte[] text) throws IOException {
    Files.write(settings, text);

    Map<String, String> before = tools.files();

    tools.assertRefused(tools.setup(), before, settings + ", line ");
  }

  @Test
  void tenMegabytesComeBack() throws IOException {
    Files.writeString(settings, ofSize(LARGEST - 1000));
    Map<String, String> before = tools.files();

    Finished setup = tools.setup();

    assertThat(setup.exitCode()).as("%s", setup).isZero();
    tools.assertComesBack(before);
  }

  @Test
  void moreThanTenMegabytesAreNamed() throws IOException {
    Files.writeString(settings, ofSize(LARGEST + 1));

    Map<String, String> before = tools.files();

    tools.assertRefused(tools.setup(), before, settings.toString(), "10 MiB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"theme\": \"dark\"}", "{\"apiKeyHelper\": \"mine\", \"env\": {}}"})
  void whatTheToolWritesMeanwhileIsKept(String written) throws Exception {
    // Given a setup that has read the file and waits for another gatepass
    Files.writeString(settings, "{\"theme\": \"light\"}");
    Files.createDirectories(HeldLock.directory(place.sandbox()));
    RunningGatepass setup;
    try (HeldLock lock = HeldLock.ofTool(place.sandbox(), "claude-code")) {
      setup = place.start(setupArguments());
      lock.awaitWaiter();
      // When
      Files.writeString(settings, written);
    }
    Finished finished = setup.finish();

    // Then
    assertThat(finished.exitCode()).as("%s", finished).isZero();
    assertThat(settings).content().contains("gatepass' token");
    assertThat(tools.teardown().exitCode()).isZero();
    assertThat(settings).hasContent(written);
  }

  @Test
  void setupsAtTheSameTimeEndAsOne() throws IOException {
    // Given
    Files.writeString(settings, "{\"apiKeyHelper\": \"mine\"}\n");
    Map<String, String> before = tools.files();

    // When
    List<RunningGatepass> crowd =
        Stream.generate(() -> place.start(setupArguments())).limit(CROWD).toList();
    List<Finished> finished = crowd.stream().map(RunningGatepass::finish).toList();

    // Then
    assertThat(finished).allSatisfy(it -> assertThat(it.exitCode()).as("%s", it).isZero());
    Map<String, String> after = tools.files();
    assertThat(tools.setup().stdout()).contains("unchanged").doesNotContain(" changed");
    assertThat(tools.files()).isEqualTo(after);
    assertThat(records()).containsExactlyInAnyOrder("claude-code.json", "codex.json");
    tools.assertComesBack(before);
  }

  private List<String> records() throws IOException {
    Path undo = place.sandbox().home().resolve(".local/state/gatepass/undo");
    try (Stream<Path> records = Files.list(undo)) {
      return records.map(it -> it.getFileName().toString()).toList();
    }
  }

  private String[] setupArguments() {
    return new String[] {
      "setup",
      "--lazy",
      "--anthropic-path-prefix",
      "",
      "--gateway-url",
      place.gateway().url(),
      "--issuer",
      place.issuer().url(),
      "--client-id",
      Workplace.CLIENT_ID
    };
  }

  private Path codex() {
    return place.sandbox().home().resolve(".codex/config.toml");
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static String ofSize(int bytes) {
    String start = "{\"notes\": \"";
    String end = "\"}\n";
    return start + "x".repeat(bytes - start.length() - end.length()) + end;
  }
}
