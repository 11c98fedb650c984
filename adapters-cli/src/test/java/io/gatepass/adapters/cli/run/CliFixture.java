package io.gatepass.adapters.cli.run;

import io.gatepass.adapters.cli.command.ConfigResetCommand;
import io.gatepass.adapters.cli.command.ConfigSetCommand;
import io.gatepass.adapters.cli.command.ConfigShowCommand;
import io.gatepass.adapters.cli.command.SetupCommand;
import io.gatepass.adapters.cli.command.TeardownCommand;
import io.gatepass.adapters.cli.command.TokenCommand;
import io.gatepass.adapters.cli.command.ToolsCommand;
import io.gatepass.adapters.cli.command.login.LoginCommand;
import io.gatepass.adapters.cli.command.login.LogoutCommand;
import io.gatepass.adapters.cli.command.login.StatusCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyRotateKeyCommand;
import io.gatepass.adapters.cli.output.SettingsPrinter;
import io.gatepass.adapters.cli.output.SetupPrinter;
import io.gatepass.adapters.cli.output.TeardownPrinter;
import io.gatepass.adapters.cli.output.TokenPrinter;
import io.gatepass.adapters.cli.output.ToolsPrinter;
import io.gatepass.adapters.cli.output.login.LoginPrinter;
import io.gatepass.adapters.cli.output.login.StatusPrinter;
import io.gatepass.adapters.cli.output.proxy.RotationPrinter;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.adapters.cli.terminal.TerminalNotices;
import io.gatepass.application.port.FakeAuthorizationServer;
import io.gatepass.application.port.FakeGatewayProbe;
import io.gatepass.application.port.FakeLoginProcess;
import io.gatepass.application.port.FakeToolConfigEditor;
import io.gatepass.application.port.InMemoryHandOuts;
import io.gatepass.application.port.InMemoryKnownModels;
import io.gatepass.application.port.InMemoryKnownPathPrefixes;
import io.gatepass.application.port.InMemoryLocalKeys;
import io.gatepass.application.port.InMemoryLoginLock;
import io.gatepass.application.port.InMemoryLoginsUnderWay;
import io.gatepass.application.port.InMemoryRefusedLogins;
import io.gatepass.application.port.InMemorySettingsStore;
import io.gatepass.application.port.InMemorySignedInUsers;
import io.gatepass.application.port.InMemoryTokenStore;
import io.gatepass.application.port.InMemoryToolCatalog;
import io.gatepass.application.port.InMemoryUndoLog;
import io.gatepass.application.port.MovableClock;
import io.gatepass.application.port.Notices;
import io.gatepass.application.usecase.handout.HandOutToken;
import io.gatepass.application.usecase.login.ShowStatus;
import io.gatepass.application.usecase.login.SignInNow;
import io.gatepass.application.usecase.proxy.RotateLocalKey;
import io.gatepass.application.usecase.service.ChangeSettings;
import io.gatepass.application.usecase.settings.EditSettings;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.settings.ShowSettings;
import io.gatepass.application.usecase.token.DetachedSignIn;
import io.gatepass.application.usecase.token.ForgetCredentials;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.application.usecase.tool.ConfigureTools;
import io.gatepass.application.usecase.tool.ListTools;
import io.gatepass.application.usecase.tool.RevertTools;
import io.gatepass.application.usecase.tool.RewriteTools;
import io.gatepass.application.usecase.undo.ResetSettings;
import io.gatepass.application.usecase.undo.TearDown;
import io.gatepass.domain.settings.Connection;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The command line over the real use cases and fakes of every port. */
final class CliFixture {
  static final String[] CONNECTION = {
    "--gateway-url", "https://llm.example.com",
    "--issuer", "https://auth.example.com",
    "--client-id", "gatepass"
  };

  final MovableClock clock = new MovableClock();
  final FakeAuthorizationServer server = new FakeAuthorizationServer(clock);
  final InMemoryTokenStore tokens = new InMemoryTokenStore();
  final InMemorySettingsStore settings = new InMemorySettingsStore();
  final InMemoryToolCatalog catalog = new InMemoryToolCatalog();
  final FakeToolConfigEditor editor = new FakeToolConfigEditor();
  final InMemoryUndoLog undoLog = new InMemoryUndoLog();
  final InMemoryLoginsUnderWay logins = new InMemoryLoginsUnderWay();
  final FakeLoginProcess process = new FakeLoginProcess(logins);
  final InMemorySignedInUsers users = new InMemorySignedInUsers();
  final InMemoryLocalKeys localKeys = new InMemoryLocalKeys();
  final Services services = new Services(settings);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Terminal terminal =
      new Terminal(new PrintWriter(out), new PrintWriter(err), false, "/home/ada");

  /** Runs a command line; what earlier ones printed is forgotten. */
  int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return cli().run(args);
  }

  /** The same with all commands built, as the reference and completion see them. */
  int runWhole(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return cli().commandLine().execute(args);
  }

  /** The names of the commands, without subcommands. */
  Set<String> commands() {
    return cli().commandLine().getSubcommands().keySet();
  }

  /** Runs a command line with the mandatory connection options behind it. */
  int runConnected(String... args) {
    String[] all = new String[args.length + CONNECTION.length];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(CONNECTION, 0, all, args.length, CONNECTION.length);
    return run(all);
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }

  private GatepassCli cli() {
    Notices notices = new TerminalNotices(terminal);
    InMemoryRefusedLogins refusals = new InMemoryRefusedLogins();
    InMemoryLoginLock lock = new InMemoryLoginLock();
    ObtainToken obtain =
        new ObtainToken(server, tokens, lock, logins, process, refusals, users, notices, clock);
    ShowSettings show = new ShowSettings(settings, undoLog, catalog);
    RevertTools revert = new RevertTools(catalog, editor, undoLog);
    ForgetCredentials forget =
        new ForgetCredentials(server, tokens, lock, logins, refusals, users, notices);
    ConfigureTools configure = configure(obtain, notices);
    Supplier<Connection> connection =
        () -> Connection.of(show.show(new ShowSettings.Request(Map.of())).settings());
    return new GatepassCli(
        terminal,
        () -> new String[] {"gatepass 1.2.3"},
        configCommands(show, reset(revert, forget)),
        proxyCommands(),
        List.of(
            new SetupCommand(
                () -> configure, () -> services.provideProxy(), new SetupPrinter(terminal)),
            tearDown(revert, forget),
            tools(),
            login(connection, obtain),
            new LogoutCommand(connection, () -> forget, new LoginPrinter(terminal)),
            status(),
            token(connection, obtain)));
  }

  private TokenCommand token(Supplier<Connection> connection, ObtainToken obtain) {
    return new TokenCommand(
        connection,
        () -> new HandOutToken(obtain, tokens, new InMemoryHandOuts(), clock),
        terminal,
        new TokenPrinter(terminal));
  }

  private LoginCommand login(Supplier<Connection> connection, ObtainToken obtain) {
    return new LoginCommand(
        connection,
        () -> new SignInNow(obtain, users),
        CliFixture::noDetachedSignIn,
        new LoginPrinter(terminal));
  }

  private StatusCommand status() {
    ShowStatus show =
        new ShowStatus(new ResolveSettings(settings), () -> tokens, logins, users, clock);
    return new StatusCommand(() -> show, new StatusPrinter(terminal));
  }

  private static DetachedSignIn noDetachedSignIn() {
    throw new AssertionError("no process of its own is wanted here");
  }

  private List<Object> configCommands(ShowSettings show, ResetSettings reset) {
    SettingsPrinter printer = new SettingsPrinter(terminal);
    return List.of(
        new ConfigSetCommand(this::changeSettings, printer),
        new ConfigShowCommand(() -> show, printer),
        new ConfigResetCommand(() -> reset, new TeardownPrinter(terminal)));
  }

  private ResetSettings reset(RevertTools revert, ForgetCredentials forget) {
    return new ResetSettings(settings, revert, forget, localKeys, services.uninstall());
  }

  private TeardownCommand tearDown(RevertTools revert, ForgetCredentials forget) {
    return new TeardownCommand(
        () -> new TearDown(settings, revert, () -> forget, services.uninstall()),
        new TeardownPrinter(terminal));
  }

  private ChangeSettings changeSettings() {
    ChangeSettings.Parts parts =
        new ChangeSettings.Parts(
            new ResolveSettings(settings), new EditSettings(settings), rewriteTools());
    return new ChangeSettings(parts, undoLog, () -> localKeys, services.service);
  }

  private List<Object> proxyCommands() {
    return services.commands(
        terminal,
        new ProxyRotateKeyCommand(
            () -> new RotateLocalKey(new ResolveSettings(settings), localKeys, rewriteTools()),
            new RotationPrinter(terminal)));
  }

  private RewriteTools rewriteTools() {
    return new RewriteTools(
        catalog,
        editor,
        undoLog,
        FakeGatewayProbe.answering(401),
        new InMemoryKnownPathPrefixes(),
        new InMemoryKnownModels(),
        "/opt/gatepass/bin/gatepass");
  }

  private ToolsCommand tools() {
    return new ToolsCommand(
        () -> new ListTools(catalog, editor, undoLog), new ToolsPrinter(terminal));
  }

  private ConfigureTools configure(ObtainToken obtain, Notices notices) {
    return new ConfigureTools(
        settings,
        catalog,
        editor,
        undoLog,
        obtain,
        tokens,
        FakeGatewayProbe.answering(401),
        new InMemoryKnownPathPrefixes(),
        new InMemoryKnownModels(),
        localKeys,
        notices,
        "/opt/gatepass/bin/gatepass");
  }
}
