package io.gatepass.bootstrap.demo;

import com.google.inject.Module;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.bootstrap.demo.Demo.CommandLines;
import io.gatepass.bootstrap.demo.edges.DemoEdges;
import io.gatepass.bootstrap.world.World;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * Runs the real commands in the demo's home. Each gets an object graph of its own, as if it were a
 * process of its own; what they share is on disk and in one secret store.
 */
final class DemoCommands {
  private final World world;
  private final DemoSandbox sandbox;
  private final CommandLines commandLines;
  private final Module edges;

  DemoCommands(World world, DemoSandbox sandbox, CommandLines commandLines, boolean byItself) {
    this.world = world;
    this.sandbox = sandbox;
    this.commandLines = commandLines;
    this.edges = new DemoEdges(sandbox.policy(), byItself);
  }

  /**
   * A command that has ended.
   *
   * @param exitCode its exit code
   * @param result what it printed on stdout
   */
  record Ran(int exitCode, String result) {}

  /** Runs a command; what it says to a person appears at once. */
  Ran run(String... arguments) {
    StringWriter result = new StringWriter();
    Terminal terminal =
        new Terminal(
            new PrintWriter(result),
            new PrintWriter(new IndentedWriter(world.terminal().out())),
            false,
            sandbox.home().toString());
    World inside =
        new World(
            sandbox.platform(),
            terminal,
            world.clock(),
            world.executable(),
            Optional.empty(),
            Optional.empty(),
            Optional::empty);
    return new Ran(commandLines.over(inside, edges).run(arguments), result.toString());
  }
}
