package io.gatepass.e2e.survival.mortal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * When this process "is killed": before a chosen call that would change the disk. From then on no
 * such call does anything, so what {@code finally} blocks and handlers do is as if it never
 * happened; the disk stays as a real {@code kill -9} would have left it.
 */
public final class Mortality {
  private static final int NEVER = Integer.MAX_VALUE;

  private static final List<String> CALLS = new ArrayList<>();
  private static final List<Channel> OPEN = new ArrayList<>();
  private static int killedAt = NEVER;

  private Mortality() {}

  /** The end of a process. Nothing in the program catches it. */
  @SuppressWarnings("serial") // it is never written anywhere
  static final class Killed extends Error {
    Killed() {
      super("killed", null, false, false);
    }
  }

  /**
   * Runs something as a process that is killed at one call.
   *
   * @param call the number of the call before which it is killed, from 0
   * @return whether it was; if not, it has made fewer calls
   */
  public static boolean kills(int call, Runnable process) {
    begin(call);
    try {
      process.run();
      return false;
    } catch (Killed _) {
      closeAll();
      return true;
    } finally {
      begin(NEVER);
    }
  }

  /** The calls that a process makes when it is left alone. */
  public static List<String> calls(Runnable process) {
    begin(NEVER);
    process.run();
    List<String> calls = copy();
    begin(NEVER);
    return calls;
  }

  /** What the process opens is closed by the system when it dies, and its locks are gone. */
  static synchronized void opened(Channel channel) {
    OPEN.add(channel);
  }

  private static synchronized void closeAll() {
    for (Channel channel : OPEN) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static synchronized List<String> copy() {
    return List.copyOf(CALLS);
  }

  /** A call that changes the disk is about to be made. */
  static void call(String what) {
    call(what, () -> true);
  }

  /**
   * A call that changes the disk is about to be made.
   *
   * @param dying what of it is still done when the process is killed in the middle of it
   */
  static synchronized void call(String what, BooleanSupplier dying) {
    if (CALLS.size() == killedAt) {
      boolean _ = dying.getAsBoolean();
    }
    CALLS.add(what);
    if (CALLS.size() > killedAt) {
      throw new Killed();
    }
  }

  private static synchronized void begin(int call) {
    CALLS.clear();
    OPEN.clear();
    killedAt = call;
  }
}
