package io.gatepass.adapters.fs.service.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.platform.Platform.Os;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** The file and the commands on each system, byte by byte. */
class ServiceDefinitionGoldenTest {
  private static final Map<String, String> UNIX =
      Map.of(
          "XDG_CONFIG_HOME", "/home/ada/my config",
          "SSL_CERT_FILE", "/etc/ssl/corp&co.pem",
          "HTTPS_PROXY", "http://proxy.example.com:3128",
          "HTTP_PROXY", "http://ada:secret@proxy.example.com:3128",
          "GATEPASS_PASSPHRASE", "open-sesame",
          "PATH", "/usr/bin:/bin");
  private static final Map<String, String> WINDOWS =
      Map.of(
          "LOCALAPPDATA", "C:\\Users\\ada\\AppData\\Local",
          "USERDOMAIN", "EXAMPLE",
          "USERNAME", "ada",
          "SystemRoot", "C:\\Windows");

  @ParameterizedTest
  @EnumSource(Os.class)
  void fileAndCommandsAreThese(Os os) throws IOException {
    ServiceDefinition definition = definition(os);

    assertThat(described(definition)).isEqualTo(golden(os));
  }

  @ParameterizedTest
  @EnumSource(Os.class)
  void nothingSecretIsInIt(Os os) {
    assertThat(described(definition(os))).doesNotContain("secret").doesNotContain("sesame");
  }

  @Test
  void variableThatMayHoldAPasswordIsLeftOutAndSaid() {
    assertThat(definition(Os.LINUX).hints().notes())
        .singleElement()
        .asString()
        .startsWith("HTTP_PROXY may hold a password");
  }

  @Test
  void pathThatSystemdDoesNotStartIsStartedByAShell() {
    Platform platform = new Platform(Os.LINUX, "/home/ada", Map.of());

    String unit =
        ServiceDefinitions.of(
                platform,
                UserDirectories.of(platform),
                "/opt/it's $1 \\/gatepass",
                () -> "",
                () -> 14001)
            .text();

    assertThat(unit)
        .contains(
            "ExecStart=/bin/sh -c \"exec \\\"$$0\\\" proxy start\" \"/opt/it's $$1"
                + " \\\\/gatepass\"\n");
  }

  @Test
  void macosReadsItAsXml() throws Exception {
    Document plist = parse(definition(Os.MACOS).bytes());

    assertThat(plist.getElementsByTagName("string").item(1).getTextContent())
        .isEqualTo("/opt/100% <gate & pass>/bin/gatepass");
  }

  @Test
  void windowsReadsItAsXmlInUtf16() throws Exception {
    Document task = parse(definition(Os.WINDOWS).bytes());

    assertThat(task.getElementsByTagName("Command").item(0).getTextContent())
        .isEqualTo("C:\\Program Files\\gate & pass\\bin\\gatepass.exe");
  }

  private static ServiceDefinition definition(Os os) {
    boolean windows = os == Os.WINDOWS;
    Platform platform =
        new Platform(os, windows ? "C:\\Users\\ada" : "/home/ada", windows ? WINDOWS : UNIX);
    String executable =
        windows
            ? "C:\\Program Files\\gate & pass\\bin\\gatepass.exe"
            : "/opt/100% <gate & pass>/bin/gatepass";
    return ServiceDefinitions.of(
        platform, UserDirectories.of(platform), executable, () -> "501", () -> 14001);
  }

  private static String described(ServiceDefinition it) {
    String text =
        String.join(
            "\n",
            it.kind(),
            "file:    " + it.file(),
            "check:   " + commands(it.steps().check()),
            "start:   " + commands(it.steps().start()),
            "restart: " + commands(it.steps().restart()),
            "stop:    " + commands(it.steps().stop()),
            "remove:  " + commands(it.steps().remove()),
            "removed: " + commands(it.steps().removed()),
            "logs:    " + it.hints().logs());
    // On another system Windows's paths are put together with slashes.
    String head = it.kind().startsWith("scheduled") ? backslashes(text) : text;
    if (it.socket().isEmpty()) {
      return head + "\n\n" + new String(it.bytes(), it.charset()).replace("\uFEFF", "");
    }
    return head
        + it.files().entrySet().stream()
            .map(file ->
                "\n\n" + file.getKey() + "\n" + new String(file.getValue(), UTF_8).stripTrailing())
            .collect(Collectors.joining())
        + "\n";
  }

  private static String backslashes(String text) {
    return text.replace("/gatepass", "\\gatepass");
  }

  private static String commands(List<Step> steps) {
    return steps.stream()
        .map(step -> (step.mayFail() ? "[try] " : "") + String.join(" ", step.argv()))
        .collect(Collectors.joining("; "));
  }

  private static String golden(Os os) throws IOException {
    String name = "/golden/service/" + os.name().toLowerCase(Locale.ROOT) + ".txt";
    try (InputStream in = ServiceDefinitionGoldenTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }

  private static Document parse(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }
}
