package io.gatepass.bootstrap.module;

import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import io.gatepass.domain.failure.GatepassException;
import java.util.function.Supplier;

/** Guice wraps what a provider throws; a command's failure is to be the failure itself. */
public final class Providers {
  private Providers() {}

  /** The provider as a supplier that throws what the provider threw. */
  public static <T> Supplier<T> failingAsItself(Provider<T> provider) {
    return () -> {
      try {
        return provider.get();
      } catch (ProvisionException e) {
        if (e.getCause() instanceof GatepassException failure) {
          throw failure;
        }
        throw e;
      }
    };
  }
}
