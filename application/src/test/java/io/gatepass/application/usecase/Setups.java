package io.gatepass.application.usecase;

import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.Connections;
import io.gatepass.application.port.FakeGatewayProbe;
import io.gatepass.application.port.FakeToolConfigEditor;
import io.gatepass.application.port.InMemoryKnownPathPrefixes;
import io.gatepass.application.port.InMemoryLocalKeys;
import io.gatepass.application.port.InMemorySettingsStore;
import io.gatepass.application.port.InMemoryToolCatalog;
import io.gatepass.application.port.InMemoryUndoLog;
import io.gatepass.application.usecase.ConfigureTools.Outcome;
import io.gatepass.application.usecase.ConfigureTools.Request;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.settings.SettingKey;
import io.gatepass.domain.settings.SettingValue;
import io.gatepass.domain.tool.ToolId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A user's machine among fakes, on which setup is run; every run is a new process. */
final class Setups {
  final SignIns signIns = new SignIns();
  final InMemorySettingsStore settings = new InMemorySettingsStore();
  final InMemoryToolCatalog catalog = new InMemoryToolCatalog();
  final FakeToolConfigEditor editor = new FakeToolConfigEditor();
  final InMemoryUndoLog undoLog = new InMemoryUndoLog();
  final FakeGatewayProbe probe = new FakeGatewayProbe();
  final InMemoryKnownPathPrefixes prefixes = new InMemoryKnownPathPrefixes();
  final InMemoryLocalKeys localKeys = new InMemoryLocalKeys();

  /** A machine on which the gateway answers and these tools are installed. */
  static Setups withTools(String... tools) {
    Setups machine = new Setups();
    machine.probe.answersWith(401);
    Stream.of(tools).forEach(machine.catalog::install);
    return machine;
  }

  /** {@code gatepass setup} with the mandatory three. */
  Outcome setup() {
    return run(request(LoginPolicy.EAGER, false));
  }

  /** {@code gatepass setup --lazy} with the mandatory three. */
  Outcome lazySetup() {
    return run(request(LoginPolicy.DEFERRED, false));
  }

  /** {@code gatepass setup --dry-run} with the mandatory three. */
  Outcome dryRun() {
    return run(request(LoginPolicy.EAGER, true));
  }

  /** {@code gatepass setup --client TOOL …} with the mandatory three. */
  Outcome setupOnly(String... tools) {
    return run(
        new Request(
            Connections.options(),
            Stream.of(tools).map(ToolId::new).toList(),
            LoginPolicy.EAGER,
            LoginChannel.BROWSER,
            false));
  }

  /** {@code gatepass setup --lazy} with the mandatory three and one option more. */
  Outcome lazySetupWith(SettingKey key, String text) {
    Map<SettingKey, SettingValue> options = new EnumMap<>(Connections.options());
    options.put(key, SettingValue.parse(key, text));
    return run(new Request(options, List.of(), LoginPolicy.DEFERRED, LoginChannel.BROWSER, false));
  }

  Outcome run(Request request) {
    return new ConfigureTools(
            settings,
            catalog,
            editor,
            undoLog,
            signIns.newProcess(),
            signIns.store,
            probe,
            prefixes,
            localKeys,
            signIns.notices,
            "/opt/gatepass/bin/gatepass")
        .configure(request);
  }

  RevertTools revertTools() {
    return new RevertTools(catalog, editor, undoLog);
  }

  ForgetCredentials forgetCredentials() {
    return new ForgetCredentials(signIns.issuer, signIns.store, signIns.refusals, signIns.notices);
  }

  private static Request request(LoginPolicy policy, boolean dryRun) {
    return new Request(Connections.options(), List.of(), policy, LoginChannel.BROWSER, dryRun);
  }
}
