package io.gatepass.bootstrap.module;

import static io.gatepass.bootstrap.module.Providers.failingAsItself;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.gatepass.adapters.cli.command.ConfigResetCommand;
import io.gatepass.adapters.cli.command.ConfigSetCommand;
import io.gatepass.adapters.cli.command.ConfigShowCommand;
import io.gatepass.adapters.cli.command.DemoCommand;
import io.gatepass.adapters.cli.command.SetupCommand;
import io.gatepass.adapters.cli.command.TeardownCommand;
import io.gatepass.adapters.cli.command.TokenCommand;
import io.gatepass.adapters.cli.command.ToolsCommand;
import io.gatepass.adapters.cli.command.login.LoginCommand;
import io.gatepass.adapters.cli.command.login.LogoutCommand;
import io.gatepass.adapters.cli.command.login.StatusCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyInstallCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyRotateKeyCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyStartCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyStatusCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyStopCommand;
import io.gatepass.adapters.cli.command.proxy.ProxyUninstallCommand;
import io.gatepass.adapters.cli.output.SettingsPrinter;
import io.gatepass.adapters.cli.output.SetupPrinter;
import io.gatepass.adapters.cli.output.TeardownPrinter;
import io.gatepass.adapters.cli.output.TokenPrinter;
import io.gatepass.adapters.cli.output.ToolsPrinter;
import io.gatepass.adapters.cli.output.proxy.ProxyPrinter;
import io.gatepass.adapters.cli.output.proxy.RotationPrinter;
import io.gatepass.adapters.cli.run.GatepassCli;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.adapters.cli.terminal.TerminalNotices;
import io.gatepass.application.port.Notices;
import io.gatepass.application.usecase.handout.HandOutToken;
import io.gatepass.application.usecase.proxy.RotateLocalKey;
import io.gatepass.application.usecase.proxy.ServeProxy;
import io.gatepass.application.usecase.service.ChangeSettings;
import io.gatepass.application.usecase.service.ProvideProxy;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.settings.ShowSettings;
import io.gatepass.application.usecase.tool.ConfigureTools;
import io.gatepass.application.usecase.tool.ListTools;
import io.gatepass.application.usecase.undo.ResetSettings;
import io.gatepass.application.usecase.undo.TearDown;
import io.gatepass.bootstrap.world.BuildInfo;
import io.gatepass.domain.settings.Connection;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The command line. Commands get suppliers: one command needs little of the graph. */
public final class CliModule extends AbstractModule {
  private final DemoCommand.Story story;

  /** With what the demo tells; it runs commands in its turn, so it stands above them. */
  public CliModule(DemoCommand.Story story) {
    this.story = story;
  }

  @Provides
  @Singleton
  Notices notices(Terminal terminal) {
    return new TerminalNotices(terminal);
  }

  @Provides
  @Singleton
  GatepassCli cli(
      Terminal terminal,
      ConfigSetCommand set,
      ConfigShowCommand show,
      ConfigResetCommand reset,
      SetupCommand setup,
      TeardownCommand teardown,
      ToolsCommand tools,
      TokenCommand token,
      ProxyStartCommand start,
      ProxyInstallCommand install,
      ProxyUninstallCommand uninstall,
      ProxyStatusCommand status,
      ProxyStopCommand stop,
      ProxyRotateKeyCommand rotateKey,
      LoginCommand login,
      LogoutCommand logout,
      StatusCommand signInStatus) {
    return new GatepassCli(
        terminal,
        CliModule::version,
        List.of(set, show, reset),
        List.of(start, install, uninstall, status, stop, rotateKey),
        List.of(
            setup, teardown, tools, login, logout, signInStatus, token, new DemoCommand(story)));
  }

  @Provides
  ConfigSetCommand configSet(Provider<ChangeSettings> changeSettings, Terminal terminal) {
    return new ConfigSetCommand(failingAsItself(changeSettings), new SettingsPrinter(terminal));
  }

  @Provides
  ConfigShowCommand configShow(Provider<ShowSettings> showSettings, Terminal terminal) {
    return new ConfigShowCommand(failingAsItself(showSettings), new SettingsPrinter(terminal));
  }

  @Provides
  ConfigResetCommand configReset(Provider<ResetSettings> resetSettings, Terminal terminal) {
    return new ConfigResetCommand(failingAsItself(resetSettings), new TeardownPrinter(terminal));
  }

  @Provides
  SetupCommand setup(
      Provider<ConfigureTools> configureTools,
      Provider<ProvideProxy> provideProxy,
      Terminal terminal) {
    return new SetupCommand(
        failingAsItself(configureTools), failingAsItself(provideProxy), new SetupPrinter(terminal));
  }

  @Provides
  TeardownCommand teardown(Provider<TearDown> tearDown, Terminal terminal) {
    return new TeardownCommand(failingAsItself(tearDown), new TeardownPrinter(terminal));
  }

  @Provides
  ToolsCommand tools(Provider<ListTools> listTools, Terminal terminal) {
    return new ToolsCommand(failingAsItself(listTools), new ToolsPrinter(terminal));
  }

  @Provides
  TokenCommand token(
      Provider<Connection> connection, Provider<HandOutToken> handOutToken, Terminal terminal) {
    return new TokenCommand(
        failingAsItself(connection),
        failingAsItself(handOutToken),
        terminal,
        new TokenPrinter(terminal));
  }

  @Provides
  ProxyStartCommand proxyStart(Provider<ServeProxy> serveProxy, Terminal terminal) {
    return new ProxyStartCommand(
        failingAsItself(serveProxy), CliModule::whenInterrupted, new ProxyPrinter(terminal));
  }

  /** An interrupt is how a proxy is meant to end, so the process ends well. */
  private static void whenInterrupted(Runnable action) {
    Runnable ending =
        () -> {
          action.run();
          Runtime.getRuntime().halt(0);
        };
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(ending));
  }

  @Provides
  ProxyRotateKeyCommand rotateKey(Provider<RotateLocalKey> rotateLocalKey, Terminal terminal) {
    return new ProxyRotateKeyCommand(
        failingAsItself(rotateLocalKey), new RotationPrinter(terminal));
  }

  /** The connection that the settings describe, for the commands that take no options for it. */
  @Provides
  Connection connection(ResolveSettings settings) {
    return Connection.of(settings.resolve(new ResolveSettings.Request(Map.of())).settings());
  }

  private static String[] version() throws IOException {
    return new String[] {BuildInfo.load().describe(Runtime.version())};
  }
}
