package io.gatepass.e2e.survival.mortal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** Calls on the real thing behind a proxy. */
final class Calls {
  private Calls() {}

  /** Calls it and throws what it throws. */
  static Object invoke(Method method, Object target, Object... arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
