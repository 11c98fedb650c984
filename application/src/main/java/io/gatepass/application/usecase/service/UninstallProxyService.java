package io.gatepass.application.usecase.service;

import io.gatepass.application.port.ProxyService;
import io.gatepass.application.port.ProxyService.Installation;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.domain.failure.StorageFailed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Stops the loopback proxy's service and removes every file of it. */
public final class UninstallProxyService {
  private final ProxyService service;

  /**
   * What to remove.
   *
   * @param of a service that one of these has installed; another stays
   */
  public record Request(Set<Installer> of) {
    /** Copies the set. */
    public Request {
      of = Set.copyOf(of);
    }

    /** Whoever has installed it. */
    public static Request ofAnybody() {
      return new Request(Set.of(Installer.values()));
    }
  }

  /**
   * What was done.
   *
   * @param removed the service that was removed; absent where none was
   * @param kept the service that stays, because another has installed it
   * @param warnings what the user should know
   */
  public record Outcome(
      Optional<Installation> removed, Optional<Installation> kept, List<String> warnings) {
    /** Copies the list. */
    public Outcome {
      warnings = List.copyOf(warnings);
    }

    /** Nothing was there, or nothing was done. */
    public static Outcome nothing() {
      return new Outcome(Optional.empty(), Optional.empty(), List.of());
    }
  }

  /** Wires the use case to its port. */
  public UninstallProxyService(ProxyService service) {
    this.service = service;
  }

  /**
   * Removes.
   *
   * @throws StorageFailed if a file cannot be removed; running it again removes the rest
   */
  public Outcome uninstall(Request request) {
    Optional<Installation> installed = service.installed();
    if (installed.filter(it -> request.of().contains(it.by())).isEmpty()) {
      return new Outcome(Optional.empty(), installed, List.of());
    }
    return new Outcome(installed, Optional.empty(), service.uninstall());
  }
}
