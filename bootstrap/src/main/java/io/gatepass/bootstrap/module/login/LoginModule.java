package io.gatepass.bootstrap.module.login;

import static io.gatepass.bootstrap.module.Providers.failingAsItself;

import com.google.inject.AbstractModule;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.gatepass.adapters.cli.command.login.LoginCommand;
import io.gatepass.adapters.cli.command.login.LogoutCommand;
import io.gatepass.adapters.cli.command.login.StatusCommand;
import io.gatepass.adapters.cli.output.login.LoginPrinter;
import io.gatepass.adapters.cli.output.login.StatusPrinter;
import io.gatepass.adapters.cli.terminal.Terminal;
import io.gatepass.adapters.fs.file.FileLocks;
import io.gatepass.adapters.fs.file.UserDirectories;
import io.gatepass.adapters.fs.login.FileLoginsUnderWay;
import io.gatepass.adapters.fs.login.ProcessLogins;
import io.gatepass.adapters.fs.state.FileSignedInUsers;
import io.gatepass.adapters.oidc.browser.DesktopAttention;
import io.gatepass.application.port.Attention;
import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.LoginProcess;
import io.gatepass.application.port.LoginsUnderWay;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.RefusedLogins;
import io.gatepass.application.port.SignedInUsers;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.usecase.login.ShowStatus;
import io.gatepass.application.usecase.login.SignInNow;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.application.usecase.token.DetachedSignIn;
import io.gatepass.application.usecase.token.ForgetCredentials;
import io.gatepass.application.usecase.token.ObtainToken;
import io.gatepass.bootstrap.world.World;
import io.gatepass.domain.platform.Platform;
import io.gatepass.domain.settings.Connection;
import java.nio.file.Path;
import java.time.InstantSource;

/** Signing in as such: the login under way, the process that runs it, the commands about it. */
public final class LoginModule extends AbstractModule {
  @Provides
  @Singleton
  LoginsUnderWay loginsUnderWay(FileLocks locks, UserDirectories directories, InstantSource clock) {
    return new FileLoginsUnderWay(locks, directories.state(), clock);
  }

  @Provides
  @Singleton
  LoginProcess loginProcess(World world, LoginsUnderWay logins, UserDirectories directories) {
    return new ProcessLogins(
        Path.of(world.executable()),
        world.platform(),
        logins,
        directories.state().resolve("login.log"));
  }

  @Provides
  @Singleton
  SignedInUsers signedInUsers(UserDirectories directories) {
    return new FileSignedInUsers(directories.state());
  }

  @Provides
  @Singleton
  Attention attention(Platform platform) {
    return new DesktopAttention(platform);
  }

  @Provides
  @Singleton
  DetachedSignIn detachedSignIn(
      AuthorizationServer server,
      TokenStore store,
      LoginLock lock,
      LoginsUnderWay logins,
      LoginProcess process,
      RefusedLogins refusals,
      SignedInUsers users,
      Attention attention,
      Notices notices,
      InstantSource clock) {
    return new DetachedSignIn(
        server, store, lock, logins, process, refusals, users, attention, notices, clock);
  }

  @Provides
  @Singleton
  SignInNow signInNow(ObtainToken obtainToken, SignedInUsers users) {
    return new SignInNow(obtainToken, users);
  }

  @Provides
  @Singleton
  ShowStatus showStatus(
      ResolveSettings settings,
      Provider<TokenStore> tokens,
      LoginsUnderWay logins,
      SignedInUsers users,
      InstantSource clock) {
    return new ShowStatus(settings, failingAsItself(tokens), logins, users, clock);
  }

  @Provides
  LoginCommand login(
      Provider<Connection> connection,
      Provider<SignInNow> signInNow,
      Provider<DetachedSignIn> detachedSignIn,
      Terminal terminal) {
    return new LoginCommand(
        failingAsItself(connection),
        failingAsItself(signInNow),
        failingAsItself(detachedSignIn),
        new LoginPrinter(terminal));
  }

  @Provides
  LogoutCommand logout(
      Provider<Connection> connection, Provider<ForgetCredentials> forget, Terminal terminal) {
    return new LogoutCommand(
        failingAsItself(connection), failingAsItself(forget), new LoginPrinter(terminal));
  }

  @Provides
  StatusCommand status(Provider<ShowStatus> showStatus, Terminal terminal) {
    return new StatusCommand(failingAsItself(showStatus), new StatusPrinter(terminal));
  }
}
