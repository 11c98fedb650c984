package io.gatepass.e2e.survival.mortal;

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
  public static synchronized boolean kills(int call, Runnable process) {
    begin(call);
    try {
      process.run();
      return false;
    } catch (Killed _) {
      return true;
    } finally {
      begin(NEVER);
    }
  }

  /** The calls that a process makes when it is left alone. */
  public static synchronized List<String> calls(Runnable process) {
    begin(NEVER);
    process.run();
    List<String> calls = List.copyOf(CALLS);
    begin(NEVER);
    return calls;
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

  private static void begin(int call) {
    CALLS.clear();
    killedAt = call;
  }
}
