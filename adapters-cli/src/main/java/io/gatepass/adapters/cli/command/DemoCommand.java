package io.gatepass.adapters.cli.command;

import io.gatepass.adapters.cli.output.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gatepass demo}. */
@Command(
    name = "demo",
    description =
        "Tell the whole story in a home of its own, with an issuer and a gateway inside this"
            + " program. No account is needed and nothing else is touched.")
public final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--keep",
      description = "Keep issuer and gateway running until Ctrl-C, and say how to use them.")
  private boolean keep;

  @Option(
      names = "--unattended",
      description = "Complete the sign-in without a browser, as where there is no display.")
  private boolean unattended;

  private final Story story;

  /** What the command tells; the composition root has it. */
  @FunctionalInterface
  public interface Story {
    /**
     * Tells the story.
     *
     * @param keep whether issuer and gateway stay until the program is interrupted
     * @param unattended whether the sign-in completes by itself even where there is a display
     */
    ExitCode tell(boolean keep, boolean unattended);
  }

  /** Wires the command. */
  public DemoCommand(Story story) {
    this.story = story;
  }

  @Override
  public Integer call() {
    return story.tell(keep, unattended).value();
  }
}
