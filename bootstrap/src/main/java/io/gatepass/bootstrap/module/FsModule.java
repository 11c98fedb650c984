package io.gatepass.bootstrap.module;

import static io.gatepass.bootstrap.module.Providers.failingAsItself;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.fs.secret.LateSecretStore;
import io.gatepass.adapters.fs.secret.SecretStores;
import io.gatepass.adapters.fs.secret.local.StoredLocalKeys;
import io.gatepass.adapters.fs.secret.token.RuntimeCache;
import io.gatepass.adapters.fs.session.FileHandOuts;
import io.gatepass.adapters.fs.settings.JsonSettingsStore;
import io.gatepass.adapters.fs.state.FileKnownModels;
import io.gatepass.adapters.fs.state.FileKnownPathPrefixes;
import io.gatepass.adapters.fs.state.FileLoginLock;
import io.gatepass.adapters.fs.state.FileRefusedLogins;
import io.gatepass.adapters.fs.tool.LosslessToolConfigEditor;
import io.gatepass.adapters.fs.tool.definition.ToolDefinitions;
import io.gatepass.adapters.fs.tool.definition.UserDefinitions;
import io.gatepass.adapters.fs.tool.detect.DefinedToolCatalog;
import io.gatepass.adapters.fs.tool.detect.PlatformPaths;
import io.gatepass.adapters.fs.tool.override.RegistryQuery;
import io.gatepass.adapters.fs.tool.plan.ToolPlanner;
import io.gatepass.adapters.fs.undo.log.FileUndoLog;
import io.gatepass.application.port.HandOuts;
import io.gatepass.application.port.KnownModels;
import io.gatepass.application.port.KnownPathPrefixes;
import io.gatepass.application.port.LocalKeys;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.RefusedLogins;
import io.gatepass.application.port.SecretStore;
import io.gatepass.application.port.SettingsStore;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.port.ToolCatalog;
import io.gatepass.application.port.ToolConfigEditor;
import io.gatepass.application.port.UndoLog;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;

/** Files, locks, settings, tools' configurations, secrets. */
public final class FsModule extends AbstractModule {
  @Provides
  @Singleton
  UserDirectories directories(Platform platform) {
    return UserDirectories.of(platform);
  }

  @Provides
  @Singleton
  FileLocks locks(UserDirectories directories) {
    return new FileLocks(directories.locks(), System::nanoTime);
  }

  @Provides
  @Singleton
  SettingsStore settingsStore(UserDirectories directories, Platform platform, FileLocks locks) {
    return new JsonSettingsStore(directories, platform, locks);
  }

  @Provides
  @Singleton
  LoginLock loginLock(FileLocks locks) {
    return new FileLoginLock(locks);
  }

  @Provides
  @Singleton
  RefusedLogins refusedLogins(UserDirectories directories) {
    return new FileRefusedLogins(directories.state());
  }

  @Provides
  @Singleton
  KnownPathPrefixes knownPathPrefixes(UserDirectories directories) {
    return new FileKnownPathPrefixes(directories.state().resolve("path-prefixes"));
  }

  @Provides
  @Singleton
  KnownModels knownModels(UserDirectories directories) {
    return new FileKnownModels(directories.state().resolve("models"));
  }

  /** The commands that need no secret ask for no store, and so for no settings. */
  @Provides
  @Singleton
  Settings settings(ResolveSettings settings) {
    return settings.resolve(new ResolveSettings.Request(Map.of())).settings();
  }

  @Provides
  @Singleton
  SecretStores secretStores(World world, UserDirectories directories, FileLocks locks) {
    return new SecretStores(
        world.platform(), directories, locks, world.terminal().interactive(), world.prompt());
  }

  @Provides
  @Singleton
  SecretStore secretStore(SecretStores stores, Settings settings) {
    return stores.open(settings);
  }

  @Provides
  @Singleton
  RuntimeCache runtimeCache(SecretStores stores, Settings settings) {
    return stores.runtimeCache(settings);
  }

  @Provides
  @Singleton
  TokenStore tokenStore(SecretStores stores, SecretStore secrets, RuntimeCache cache) {
    return stores.tokens(secrets, cache);
  }

  /** In memory where tokens are too: it is of interest for seconds. */
  @Provides
  @Singleton
  HandOuts handOuts(
      World world, UserDirectories directories, RuntimeCache cache, InstantSource clock) {
    return new FileHandOuts(cache.directoryOr(directories.state()), world.launch(), clock);
  }

  @Provides
  @Singleton
  LocalKeys localKeys(SecretStore secrets, FileLocks locks) {
    return new StoredLocalKeys(secrets, locks, new SecureRandom());
  }

  @Provides
  @Singleton
  UndoLog undoLog(UserDirectories directories, Provider<SecretStore> secrets) {
    return new FileUndoLog(directories.state(), new LateSecretStore(failingAsItself(secrets)));
  }

  @Provides
  @Singleton
  PlatformPaths platformPaths(Platform platform) {
    return new PlatformPaths(platform, Path.of("/"));
  }

  @Provides
  @Singleton
  ToolDefinitions toolDefinitions(UserDirectories directories, Notices notices) {
    return new UserDefinitions(directories.settings().resolve("tools.d"), notices::warning)
        .over(ToolDefinitions.bundled());
  }

  @Provides
  @Singleton
  ToolCatalog toolCatalog(ToolDefinitions definitions, PlatformPaths paths) {
    return new DefinedToolCatalog(definitions, paths);
  }

  @Provides
  @Singleton
  ToolConfigEditor toolConfigEditor(
      ToolDefinitions definitions,
      PlatformPaths paths,
      UserDirectories directories,
      InstantSource clock,
      FileLocks locks) {
    return new LosslessToolConfigEditor(
        new ToolPlanner(
            definitions, paths, RegistryQuery.of(paths.platform()), directories.state(), clock),
        locks);
  }
}
