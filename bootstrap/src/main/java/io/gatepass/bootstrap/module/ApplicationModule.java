package io.gatepass.bootstrap.module;

import static io.gatepass.bootstrap.module.Providers.failingAsItself;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.GatewayProbe;
import io.gatepass.application.port.HandOuts;
import io.gatepass.application.port.KnownModels;
import io.gatepass.application.port.KnownPathPrefixes;
import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.LoginProcess;
import io.gatepass.application.port.LoginsUnderWay;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.ProxyServer;
import io.gatepass.application.port.RefusedLogins;
import io.gatepass.application.port.SettingsStore;
import io.gatepass.application.port.SignedInUsers;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.port.ToolCatalog;
import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.UndoLog;
import io.gatepass.application.usecase.handout.HandOutToken;
import io.gatepass.application.usecase.proxy.RotateLocalKey;
import io.gatepass.application.usecase.proxy.ServeProxy;
import io.gatepass.application.usecase.service.UninstallProxyService;
import io.gatepass.application.usecase.settings.EditSettings;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.settings.ShowSettings;
import io.gatepass.application.usecase.token.ForgetCredentials;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.application.usecase.tool.ConfigureTools;
import io.gatepass.application.usecase.tool.ListTools;
import io.gatepass.application.usecase.tool.RevertTools;
import io.gatepass.application.usecase.tool.RewriteTools;
import io.gatepass.application.usecase.undo.ResetSettings;
import io.gatepass.application.usecase.undo.TearDown;
import io.gatepass.bootstrap.world.World;
import java.time.InstantSource;

/** The use cases; their constructors carry no annotation, so they are provided here. */
public final class ApplicationModule extends AbstractModule {
  @Provides
  @Singleton
  ObtainToken obtainToken(
      AuthorizationServer server,
      TokenStore store,
      LoginLock lock,
      LoginsUnderWay logins,
      LoginProcess process,
      RefusedLogins refusals,
      SignedInUsers users,
      Notices notices,
      InstantSource clock) {
    return new ObtainToken(server, store, lock, logins, process, refusals, users, notices, clock);
  }

  @Provides
  @Singleton
  HandOutToken handOutToken(
      ObtainToken obtainToken, TokenStore store, HandOuts handOuts, InstantSource clock) {
    return new HandOutToken(obtainToken, store, handOuts, clock);
  }

  @Provides
  @Singleton
  ConfigureTools configureTools(
      SettingsStore settings,
      ToolCatalog catalog,
      ToolConfigEditor editor,
      UndoLog undoLog,
      ObtainToken obtainToken,
      TokenStore tokens,
      GatewayProbe probe,
      KnownPathPrefixes prefixes,
      KnownModels models,
      LocalKeys localKeys,
      Notices notices,
      World world) {
    return new ConfigureTools(
        settings,
        catalog,
        editor,
        undoLog,
        obtainToken,
        tokens,
        probe,
        prefixes,
        models,
        localKeys,
        notices,
        world.executable());
  }

  @Provides
  @Singleton
  ListTools listTools(ToolCatalog catalog, ToolConfigEditor editor, UndoLog undoLog) {
    return new ListTools(catalog, editor, undoLog);
  }

  @Provides
  @Singleton
  RevertTools revertTools(ToolCatalog catalog, ToolConfigEditor editor, UndoLog undoLog) {
    return new RevertTools(catalog, editor, undoLog);
  }

  @Provides
  @Singleton
  RewriteTools rewriteTools(
      ToolCatalog catalog,
      ToolConfigEditor editor,
      UndoLog undoLog,
      GatewayProbe probe,
      KnownPathPrefixes prefixes,
      KnownModels models,
      World world) {
    return new RewriteTools(catalog, editor, undoLog, probe, prefixes, models, world.executable());
  }

  @Provides
  @Singleton
  RotateLocalKey rotateLocalKey(
      ResolveSettings settings, LocalKeys localKeys, RewriteTools rewriteTools) {
    return new RotateLocalKey(settings, localKeys, rewriteTools);
  }

  @Provides
  @Singleton
  ServeProxy serveProxy(
      ResolveSettings settings,
      ProxyServer server,
      ObtainToken obtainToken,
      LocalKeys localKeys,
      Notices notices,
      InstantSource clock) {
    return new ServeProxy(settings, server, obtainToken, localKeys, notices, clock);
  }

  @Provides
  @Singleton
  ForgetCredentials forgetCredentials(
      AuthorizationServer server,
      TokenStore store,
      LoginLock lock,
      LoginsUnderWay logins,
      RefusedLogins refusals,
      SignedInUsers users,
      Notices notices) {
    return new ForgetCredentials(server, store, lock, logins, refusals, users, notices);
  }

  @Provides
  @Singleton
  TearDown tearDown(
      SettingsStore settings,
      RevertTools revert,
      Provider<ForgetCredentials> forget,
      UninstallProxyService uninstall) {
    return new TearDown(settings, revert, failingAsItself(forget), uninstall);
  }

  @Provides
  @Singleton
  EditSettings editSettings(SettingsStore settings) {
    return new EditSettings(settings);
  }

  @Provides
  @Singleton
  ShowSettings showSettings(SettingsStore settings, UndoLog undoLog, ToolCatalog catalog) {
    return new ShowSettings(settings, undoLog, catalog);
  }

  @Provides
  @Singleton
  ResolveSettings resolveSettings(SettingsStore settings) {
    return new ResolveSettings(settings);
  }

  @Provides
  @Singleton
  ResetSettings resetSettings(
      SettingsStore settings,
      RevertTools revert,
      ForgetCredentials forget,
      LocalKeys localKeys,
      UninstallProxyService uninstall) {
    return new ResetSettings(settings, revert, forget, localKeys, uninstall);
  }
}
