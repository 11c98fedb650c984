package io.gatepass.application.usecase.tool;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.Connections;
import io.gatepass.application.port.FakeGatewayProbe;
import io.gatepass.application.port.FakeProxyService;
import io.gatepass.application.port.FakeRunningProxy;
import io.gatepass.application.port.FakeToolConfigEditor;
import io.gatepass.application.port.InMemoryKnownModels;
import io.gatepass.application.port.InMemoryKnownPathPrefixes;
import io.gatepass.application.port.InMemoryLocalKeys;
import io.gatepass.application.port.InMemorySettingsStore;
import io.gatepass.application.port.InMemoryToolCatalog;
import io.gatepass.application.port.InMemoryUndoLog;
import io.gatepass.application.usecase.service.UninstallProxyService;
import io.gatepass.application.usecase.token.ForgetCredentials;
import io.gatepass.application.usecase.token.SignIns;
import io.gatepass.application.usecase.tool.ConfigureTools.Outcome;
import io.gatepass.application.usecase.tool.ConfigureTools.Request;
import io.gatepass.domain.gateway.GatewayUrl;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.tool.ToolId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A user's machine among fakes, on which setup is run; every run is a new process. */
public final class Setups {
  public final SignIns signIns = new SignIns();
  public final InMemorySettingsStore settings = new InMemorySettingsStore();
  public final InMemoryToolCatalog catalog = new InMemoryToolCatalog();
  public final FakeToolConfigEditor editor = new FakeToolConfigEditor();
  public final InMemoryUndoLog undoLog = new InMemoryUndoLog();
  public final FakeGatewayProbe probe = new FakeGatewayProbe();
  public final InMemoryKnownPathPrefixes prefixes = new InMemoryKnownPathPrefixes();
  public final InMemoryKnownModels models = new InMemoryKnownModels();
  public final InMemoryLocalKeys localKeys = new InMemoryLocalKeys();
  public final FakeProxyService service = new FakeProxyService();
  public final FakeRunningProxy proxy = new FakeRunningProxy();

  /** A machine on which the gateway answers and these tools are installed. */
  public static Setups withTools(String... tools) {
    Setups machine = new Setups();
    machine.probe.answersWith(401);
    Stream.of(tools).forEach(machine.catalog::install);
    return machine;
  }

  /** From now on the gateway lists these models. */
  public void listsModels(String... offered) {
    probe.lists(List.of(offered));
  }

  /** The gateway that every setup is for. */
  public GatewayUrl gateway() {
    return Connections.example().gateway();
  }

  /** {@code gatepass setup} with the mandatory three. */
  public Outcome setup() {
    return run(request(LoginPolicy.EAGER, false));
  }

  /** {@code gatepass setup --lazy} with the mandatory three. */
  public Outcome lazySetup() {
    return run(request(LoginPolicy.DEFERRED, false));
  }

  /** {@code gatepass setup --dry-run} with the mandatory three. */
  public Outcome dryRun() {
    return run(request(LoginPolicy.EAGER, true));
  }

  /** {@code gatepass setup --client TOOL …} with the mandatory three. */
  public Outcome setupOnly(String... tools) {
    return run(
        new Request(
            Connections.options(),
            Stream.of(tools).map(ToolId::new).toList(),
            LoginPolicy.EAGER,
            LoginChannel.BROWSER,
            false));
  }

  /** {@code gatepass setup --lazy} with the mandatory three and one option more. */
  public Outcome lazySetupWith(SettingKey key, String text) {
    Map<SettingKey, SettingValue> options = new EnumMap<>(Connections.options());
    options.put(key, SettingValue.parse(key, text));
    return run(new Request(options, List.of(), LoginPolicy.DEFERRED, LoginChannel.BROWSER, false));
  }

  public Outcome run(Request request) {
    return new ConfigureTools(
            settings,
            catalog,
            editor,
            undoLog,
            signIns.newProcess(),
            signIns.store,
            probe,
            prefixes,
            models,
            localKeys,
            signIns.notices,
            "/opt/gatepass/bin/gatepass")
        .configure(request);
  }

  public RevertTools revertTools() {
    return new RevertTools(catalog, editor, undoLog);
  }

  public UninstallProxyService uninstallService() {
    return new UninstallProxyService(service);
  }

  public RewriteTools rewriteTools() {
    return new RewriteTools(
        catalog, editor, undoLog, probe, prefixes, models, "/opt/gatepass/bin/gatepass");
  }

  public ForgetCredentials forgetCredentials() {
    return signIns.forgetCredentials();
  }

  private static Request request(LoginPolicy policy, boolean dryRun) {
    return new Request(Connections.options(), List.of(), policy, LoginChannel.BROWSER, dryRun);
  }
}
