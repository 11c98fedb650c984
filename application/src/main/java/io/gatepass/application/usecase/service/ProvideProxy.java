package io.gatepass.application.usecase.service;

import io.gatepass.application.port.ProxyService;
import io.gatepass.application.port.ProxyService.Installer;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.gateway.ProxyAddress;
import io.gatepass.domain.tool.ToolChange;
import io.gatepass.domain.tool.ToolMode;
import java.util.List;

/**
 * Sees to it, after setup, that the tools that hold the local key find a proxy: installs the
 * service where that was asked for, starts an installed one that does not answer, else tells that
 * one is missing. It never fails: setup has done its work by then.
 */
public final class ProvideProxy {
  private final InstallProxyService installService;
  private final ShowProxy showProxy;
  private final ProxyService service;

  /**
   * What setup has done.
   *
   * @param changes what happened to each tool
   * @param install whether to install the service where a tool needs the proxy
   * @param dryRun tell what would be done, do nothing
   */
  public record Request(List<ToolChange> changes, boolean install, boolean dryRun) {
    /** Copies the list. */
    public Request {
      changes = List.copyOf(changes);
    }
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** No tool needs the proxy. */
    record NotNeeded() implements Outcome {}

    /** The proxy runs, or a dry run has nothing to tell. */
    record Ready() implements Outcome {}

    /** The service is installed. */
    record Installed(InstallProxyService.Outcome service) implements Outcome {}

    /** The service would be installed. */
    record WouldInstall(ProxyService.Plan plan) implements Outcome {}

    /** Nothing listens where the tools look for the proxy. */
    record Missing(ProxyAddress address) implements Outcome {}

    /** The service could not be installed or started. */
    record Failed(GatepassException failure) implements Outcome {}
  }

  /** Wires the use case to its port and to the use cases it is made of. */
  public ProvideProxy(
      InstallProxyService installService, ShowProxy showProxy, ProxyService service) {
    this.installService = installService;
    this.showProxy = showProxy;
    this.service = service;
  }

  /** Provides. */
  public Outcome provide(Request request) {
    if (request.changes().stream().noneMatch(ProvideProxy::needsProxy)) {
      return new Outcome.NotNeeded();
    }
    try {
      return request.dryRun() ? preview(request) : carryOut(request);
    } catch (GatepassException e) {
      return new Outcome.Failed(e);
    }
  }

  private Outcome preview(Request request) {
    boolean installs =
        request.install()
            && service.installed().filter(ProxyService.Installation::current).isEmpty();
    return installs ? new Outcome.WouldInstall(service.plan()) : new Outcome.Ready();
  }

  private Outcome carryOut(Request request) {
    ShowProxy.Outcome found = showProxy.show(new ShowProxy.Request());
    if (request.install() || (found.installation().isPresent() && found.running().isEmpty())) {
      return new Outcome.Installed(
          installService.install(new InstallProxyService.Request(Installer.SETUP)));
    }
    return found.running().isPresent() ? new Outcome.Ready() : new Outcome.Missing(found.address());
  }

  private static boolean needsProxy(ToolChange change) {
    return switch (change) {
      case ToolChange.Applied it -> it.mode() == ToolMode.PROXY;
      case ToolChange.Unchanged it -> it.mode() == ToolMode.PROXY;
      case ToolChange.Skipped _,
          ToolChange.Reverted _,
          ToolChange.Conflict _,
          ToolChange.Failed _ ->
          false;
    };
  }
}
