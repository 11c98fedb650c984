import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A user with some tools, and an issuer that refreshes, while the program's AOT cache is made. */
final class CommandTraining implements AutoCloseable {
  private static final List<String> TOOLS = List.of("claude", "codex", "gemini", "code");

  private final Path home;
  private final LocalIssuer issuer;
  private final Memory memory;

  CommandTraining(Path home) throws IOException {
    this.home = home;
    this.issuer = new LocalIssuer();
    this.memory = Memory.orNone();
    install();
  }

  /** What tools and MDM profiles run, and what a person looks at. */
  List<String> lines() {
    return List.of(
        "setup --lazy --gateway-url https://llm.example.com --issuer %s --client-id c --models one"
            .formatted(issuer.url()),
        "token",
        "tools",
        "status",
        "config show",
        "teardown");
  }

  Map<String, String> environment() {
    var environment = new HashMap<>(memory.environment());
    environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
    environment.put("GATEPASS_REFRESH_TOKEN", "for-the-training");
    environment.put("GATEPASS_SECRETS_PROVIDER", "encrypted-file");
    environment.put("GATEPASS_PASSPHRASE", "only for the training run");
    return environment;
  }

  private void install() throws IOException {
    for (var name : TOOLS) {
      var program = home.resolve("bin").resolve(name);
      Files.createDirectories(program.getParent());
      Files.writeString(program, "#!/bin/sh\nexit 1\n");
      program.toFile().setExecutable(true);
    }
    Files.createDirectories(home.resolve(".gemini"));
    Files.createDirectories(home.resolve(".config/Code/User"));
    Files.createDirectories(home.resolve(".claude"));
    Files.writeString(home.resolve(".claude/settings.json"), "{ \"model\": \"opus\" }\n");
    Files.createDirectories(home.resolve(".codex"));
    Files.writeString(home.resolve(".codex/config.toml"), "model = \"gpt-5\"\n");
  }

  @Override
  public void close() throws IOException {
    issuer.close();
    memory.close();
  }
}
