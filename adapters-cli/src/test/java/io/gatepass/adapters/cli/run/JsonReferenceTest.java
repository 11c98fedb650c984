package io.gatepass.adapters.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.settings.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** docs/reference/json.md says of each field what the commands print, and of no other. */
class JsonReferenceTest {
  private static final Path REFERENCE = Path.of("..", "docs", "reference", "json.md");
  private static final Pattern FIELD = Pattern.compile("`([^`]+)`( \\?)?");

  private final CliFixture cli = new CliFixture();
  private final List<JsonNode> printed = new ArrayList<>();

  @BeforeEach
  void installTools() {
    cli.catalog.install("claude-code");
    cli.catalog.install("codex");
    cli.catalog.install("cursor", Optional.of("it cannot be reached"));
  }

  @Test
  void setup() throws IOException {
    print(true, "setup", "--dry-run");
    print(true, "setup", "--lazy");
    cli.editor.makeUnreadable("codex");
    print(true, "setup");
    cli.catalog.installProxyTool("gemini-cli");
    print(true, "setup", "--lazy");
    print(true, "setup", "--dry-run", "--install-proxy");
    print(true, "setup", "--lazy", "--install-proxy");
    cli.services.running.start(14000);
    print(true, "setup", "--lazy", "--install-proxy");
    cli.services.running.stop(cli.services.running.start(14000));
    cli.services.service.uninstall();
    cli.services.service.failWith(new ProxyServiceFailed("No service.", "Do it by hand."));
    print(true, "setup", "--lazy", "--install-proxy");

    assertDocumented("gatepass setup");
  }

  @Test
  void teardown() throws IOException {
    cli.runConnected("setup");
    print(false, "teardown", "codex", "--client", "cursor");
    cli.services.service.install(Installer.SETUP);
    print(false, "teardown", "--purge-tokens");

    assertDocumented("gatepass teardown");
  }

  @Test
  void configReset() throws IOException {
    cli.runConnected("setup");
    print(false, "config", "reset");

    assertDocumented("gatepass config reset", "tools[].");
  }

  @Test
  void tools() throws IOException {
    cli.runConnected("setup", "--lazy");
    cli.editor.changeByHand("codex");
    print(false, "tools");

    assertDocumented("gatepass tools");
  }

  @Test
  void toolsShow() throws IOException {
    cli.runConnected("setup", "--lazy");
    print(false, "tools", "show", "codex");
    print(false, "tools", "show", "cursor");

    assertDocumented("gatepass tools show");
  }

  @Test
  void configShow() throws IOException {
    cli.runConnected("setup", "--lazy");
    cli.catalog.forget("codex");
    print(false, "config", "show");

    assertDocumented("gatepass config show");
  }

  private void print(boolean connected, String... command) throws JsonProcessingException {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of("--output", "json"));
    String[] args = all.toArray(String[]::new);
    int exit = connected ? cli.runConnected(args) : cli.run(args);
    assertThat(cli.out()).as("exit %s: %s", exit, cli.err()).isNotEmpty();
    printed.add(new ObjectMapper().readTree(cli.out()));
  }

  /**
   * Every field that was printed is documented; one without ? is in every object that may have it.
   */
  private void assertDocumented(String command, String... elsewhere) throws IOException {
    Map<String, Boolean> documented = documented(command);
    Set<String> seen = new TreeSet<>();
    Set<String> missing = new TreeSet<>();
    printed.forEach(it -> look(it, "", documented, seen, missing));
    seen.removeIf(it -> Set.of(elsewhere).stream().anyMatch(it::startsWith));
    assertThat(seen).isEqualTo(new TreeSet<>(documented.keySet()));
    assertThat(missing).isEmpty();
  }

  private static void look(
      JsonNode node,
      String at,
      Map<String, Boolean> documented,
      Set<String> seen,
      Set<String> missing) {
    if (node.isArray()) {
      node.forEach(item -> look(item, at + "[]", documented, seen, missing));
    } else if (node.isObject()) {
      Set<String> here = new TreeSet<>();
      node.properties()
          .forEach(it -> {
            String place = place(at, it.getKey());
            here.add(place);
            look(it.getValue(), place, documented, seen, missing);
          });
      here.stream().filter(it -> !it.equals("settings.NAME")).forEach(seen::add);
      documented.forEach((field, optional) -> {
        if (!optional && parent(field).equals(at) && !here.contains(field)) {
          missing.add(field);
        }
      });
    }
  }

  private static String place(String at, String name) {
    boolean setting = at.equals("settings") && SettingKey.ofJsonName(name).isPresent();
    return at.isEmpty() ? name : at + "." + (setting ? "NAME" : name);
  }

  private static String parent(String field) {
    return field.contains(".") ? field.substring(0, field.lastIndexOf('.')) : "";
  }

  /** The fields of a command, and whether they are not always there. */
  private static Map<String, Boolean> documented(String command) throws IOException {
    Map<String, Boolean> fields = new LinkedHashMap<>();
    boolean inside = false;
    for (String line : Files.readAllLines(REFERENCE)) {
      inside = line.startsWith("## ") ? line.equals("## " + command) : inside;
      if (inside && line.startsWith("| `")) {
        String cell = line.substring(2, line.indexOf(" |", 2));
        FIELD.matcher(cell).results().forEach(it -> fields.put(it.group(1), optional(it)));
      }
    }
    return fields;
  }

  private static boolean optional(MatchResult field) {
    return field.group(2) != null;
  }
}
