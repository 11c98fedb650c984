package io.gatepass.application.usecase.service;

import io.gatepass.application.port.ProxyService;
import io.gatepass.application.port.ProxyService.Installation;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.application.port.RunningProxy;
import io.gatepass.application.port.RunningProxy.Running;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.failure.ProxyServiceFailed;
import io.gatepass.domain.failure.StorageFailed;
import io.gatepass.domain.gateway.ProxyAddress;
import io.gatepass.domain.settings.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Installs the loopback proxy as a service and waits until it answers. What is installed already
 * and answers is left alone, so that a login script may run it every day.
 */
public final class InstallProxyService {
  /** A cold start on a slow machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ResolveSettings settings;
  private final ProxyService service;
  private final RunningProxy proxy;

  /**
   * Who installs.
   *
   * @param by who, for teardown to know whose it is
   */
  public record Request(Installer by) {}

  /** What was done. */
  public enum State {
    /** The service was installed, or its file replaced. */
    INSTALLED,
    /** It was installed already and did not answer: it was started anew. */
    STARTED,
    /** It was installed already and answers; nothing was done. */
    UNCHANGED
  }

  /**
   * What was done.
   *
   * @param state what was done
   * @param installation the service
   * @param address where it listens
   * @param running the proxy; absent where it does not answer yet
   * @param notes what the user should know
   * @param logs how to see what the service says
   */
  public record Outcome(
      State state,
      Installation installation,
      ProxyAddress address,
      Optional<Running> running,
      List<String> notes,
      String logs) {
    /** Copies the list. */
    public Outcome {
      notes = List.copyOf(notes);
    }
  }

  /** Wires the use case to its ports. */
  public InstallProxyService(ResolveSettings settings, ProxyService service, RunningProxy proxy) {
    this.settings = settings;
    this.service = service;
    this.proxy = proxy;
  }

  /**
   * Installs.
   *
   * @throws NotConfigured if a mandatory setting is missing: the service could do nothing
   * @throws ProxyServiceFailed if there can be no such service here, or it cannot be started
   * @throws StorageFailed if a file cannot be written
   */
  public Outcome install(Request request) {
    ProxyAddress address =
        Connection.of(settings.resolve(new ResolveSettings.Request(Map.of())).settings()).proxy();
    ProxyService.Plan plan = service.plan();
    Optional<Installation> installed = service.installed().filter(Installation::current);
    if (installed.isPresent()) {
      return kept(installed.get(), address, plan);
    }
    Installation installation = service.install(request.by());
    return outcome(State.INSTALLED, installation, address, PATIENCE, plan);
  }

  private Outcome kept(Installation installed, ProxyAddress address, ProxyService.Plan plan) {
    if (proxy.find(address, Duration.ZERO).isPresent()) {
      return outcome(State.UNCHANGED, installed, address, Duration.ZERO, plan);
    }
    service.restart();
    return outcome(State.STARTED, installed, address, PATIENCE, plan);
  }

  private Outcome outcome(
      State state,
      Installation installation,
      ProxyAddress address,
      Duration patience,
      ProxyService.Plan plan) {
    return new Outcome(
        state, installation, address, proxy.find(address, patience), plan.notes(), plan.logs());
  }
}
