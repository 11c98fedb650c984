package io.gatepass.adapters.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatepass.application.port.Notices;
import io.gatepass.application.port.NoticesContract;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** The notices on a terminal, where a spinner turns, and in a file. Never a word on stdout. */
class TerminalNoticesTest {
  @Nested
  final class OnATerminal extends Told {
    OnATerminal() {
      super(true);
    }
  }

  @Nested
  final class InAFile extends Told {
    InAFile() {
      super(false);
    }
  }

  abstract static class Told extends NoticesContract {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Notices notices;

    Told(boolean interactive) {
      notices =
          new TerminalNotices(
              new Terminal(new PrintWriter(out), new PrintWriter(err), interactive, "/home/ada"));
    }

    @Override
    protected Notices notices() {
      return notices;
    }

    @Override
    protected String said() {
      return err.toString();
    }

    @AfterEach
    void nothingIsPartOfTheResult() {
      assertThat(out.toString()).isEmpty();
    }
  }
}
