package io.gatepass.e2e.survival.lab;

import io.gatepass.e2e.harness.Samples;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Where a story starts.
 *
 * @param name what it is about
 * @param files the user's files
 * @param earlier commands that have run before
 * @param setup the command that is killed
 */
record Scenario(
    String name, Map<String, String> files, List<List<String>> earlier, List<String> setup) {
  /** The command that takes everything back. */
  static final List<String> TEARDOWN = List.of("teardown");

  private static final String CLAUDE = ".claude/";
  private static final String SETTINGS = ".claude/settings.json";
  private static final String FOREIGN =
      """
      {"apiKeyHelper": "echo sk-ant-0123456789abcdef",
       "env": {"ANTHROPIC_BASE_URL": "https://me:hunter2hunter2@old.example"}}
      """;
  private static final List<String> SETUP = setup("https://gateway.example");
  private static final List<String> OTHER = setup("https://other.example");

  Scenario {
    files = new TreeMap<>(files);
  }

  /** All stories. */
  static List<Scenario> all() {
    return List.of(
        new Scenario("settings with comments", settings(Samples.SETTINGS), List.of(), SETUP),
        new Scenario("no settings yet", Map.of(CLAUDE, ""), List.of(), SETUP),
        new Scenario("empty settings", settings(""), List.of(), SETUP),
        new Scenario(
            "settings behind a link",
            Map.of(
                SETTINGS,
                State.LINK + "../dotfiles/claude.json",
                "dotfiles/claude.json",
                Samples.SETTINGS),
            List.of(),
            SETUP),
        new Scenario(
            "a foreign helper and a password in the address", settings(FOREIGN), List.of(), SETUP),
        new Scenario("another gateway", settings(Samples.SETTINGS), List.of(OTHER), SETUP),
        new Scenario(
            "another gateway, settings made by setup", Map.of(CLAUDE, ""), List.of(OTHER), SETUP),
        new Scenario(
            "Bedrock no longer",
            settings("{}"),
            List.of(with(SETUP, "--bedrock-compat")),
            with(SETUP, "--no-bedrock-compat")));
  }

  private static Map<String, String> settings(String text) {
    return Map.of(SETTINGS, text);
  }

  private static List<String> setup(String gateway) {
    return List.of(
        "setup",
        "--lazy",
        "--gateway-url",
        gateway,
        "--issuer",
        "https://issuer.example",
        "--client-id",
        "gatepass-lab",
        "--anthropic-path-prefix",
        "/anthropic");
  }

  private static List<String> with(List<String> command, String option) {
    return Stream.concat(command.stream(), Stream.of(option)).toList();
  }
}
