package io.gatepass.bootstrap.demo;

import com.google.inject.Module;
import io.gatepass.adapters.cli.output.ExitCode;
import io.gatepass.adapters.cli.run.GatepassCli;
import io.gatepass.bootstrap.demo.gateway.EmbeddedGateway;
import io.gatepass.bootstrap.demo.issuer.EmbeddedIssuer;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy;
import io.gatepass.bootstrap.demo.issuer.IssuerPolicy.Consent;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.platform.Platform;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.CountDownLatch;

/** {@code gatepass demo}: sandbox, issuer, gateway, and the story that is told with them. */
public final class Demo {
  /** The client that the embedded issuer knows. */
  static final String CLIENT_ID = "gatepass-demo";

  private final World world;
  private final CommandLines commandLines;

  /** Makes the program's command line over another world, with some edges swapped. */
  @FunctionalInterface
  public interface CommandLines {
    /** Wires a whole object graph. */
    GatepassCli over(World inside, Module edges);
  }

  /** A demo for the person in that world. */
  public Demo(World world, CommandLines commandLines) {
    this.world = world;
    this.commandLines = commandLines;
  }

  /**
   * Tells the story.
   *
   * @param keep whether issuer and gateway stay until the program is interrupted
   * @param unattended whether the sign-in completes by itself even where there is a display
   */
  public ExitCode tell(boolean keep, boolean unattended) {
    boolean byItself = unattended || !hasDisplay(world.platform());
    IssuerPolicy policy = IssuerPolicy.with(byItself ? Consent.APPROVE : Consent.ASK);
    try (DemoSandbox sandbox = DemoSandbox.make(world.platform());
        EmbeddedIssuer issuer = EmbeddedIssuer.start(CLIENT_ID, policy, world.clock());
        EmbeddedGateway gateway = EmbeddedGateway.start(issuer::accepts)) {
      // Ctrl-C must not leave the home behind.
      Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(sandbox::close));
      DemoCommands commands = new DemoCommands(world, sandbox, commandLines, byItself);
      DemoStory story = new DemoStory(world.terminal(), sandbox, issuer, gateway, commands);
      ExitCode exitCode = story.tell(world.clock());
      if (keep) {
        story.sayHowToGoOn();
        stayUntilInterrupted();
      }
      return exitCode;
    } catch (IOException | GeneralSecurityException e) {
      throw new StorageFailed(
          "The demo's issuer and gateway cannot be started: " + e.getMessage() + ".",
          "Allow programs to listen on 127.0.0.1, and run gatepass demo again.",
          e);
    }
  }

  private static void stayUntilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // Whoever interrupts this thread wants the demo to end.
      Thread.currentThread().interrupt();
    }
  }

  private static boolean hasDisplay(Platform platform) {
    return switch (platform.os()) {
      case LINUX ->
          platform.variable("DISPLAY").or(() -> platform.variable("WAYLAND_DISPLAY")).isPresent();
      case MACOS, WINDOWS -> platform.variable("SSH_CONNECTION").isEmpty();
    };
  }
}
