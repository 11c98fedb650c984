import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A home with eight tools in it, as far as gatepass can see.
 *
 * @param home the home
 */
record Tools(Path home) {
  private static final String OWN =
      """
      {
        "id": "own-%1$d",
        "displayName": "Own %1$d",
        "mode": "direct",
        "level": "documented",
        "directory": { "path": "~/.own-%1$d" },
        "binaries": [{ "name": "own-%1$d" }],
        "files": [
          {
            "path": "settings.json",
            "format": "json",
            "edits": [
              { "at": "/apiKeyHelper", "value": "{helperCommand} token" },
              { "at": "/env/ANTHROPIC_BASE_URL", "value": "{anthropicBase}" }
            ]
          }
        ]
      }
      """;

  /** As nobody has run setup yet. */
  void install() throws IOException {
    Lab.deleteTree(home);
    for (var name : List.of("claude", "codex", "gemini", "code", "code-insiders")) {
      var program = home.resolve("bin").resolve(name);
      Lab.write(program, "#!/bin/sh\nexit 1\n");
      if (!program.toFile().setExecutable(true)) {
        throw new IOException(program + " cannot be made executable");
      }
    }
    Lab.write(home.resolve(".claude/settings.json"), "{ \"model\": \"opus\" }\n");
    Lab.write(home.resolve(".codex/config.toml"), "model = \"gpt-5\"\n");
    for (var directory : List.of(".gemini", ".config/Code/User", ".config/Code - Insiders/User")) {
      Files.createDirectories(home.resolve(directory));
    }
    for (int i = 1; i <= 3; i++) {
      Lab.write(home.resolve(".config/gatepass/tools.d/own-" + i + ".json"), OWN.formatted(i));
      Lab.write(home.resolve(".own-" + i + "/settings.json"), "{}\n");
    }
  }
}
