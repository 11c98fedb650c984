package io.gatepass.application.usecase.token;

import io.gatepass.application.port.Attention;
import io.gatepass.application.port.AuthorizationServer;
import io.gatepass.application.port.AuthorizationServer.LoginChannel;
import io.gatepass.application.port.LoginLock;
import io.gatepass.application.port.LoginProcess;
import io.gatepass.application.port.LoginsUnderWay;
import io.gatepass.application.port.LoginsUnderWay.Ending;
import io.gatepass.application.port.LoginsUnderWay.Turn;
import io.gatepass.application.port.Notices;
import io.gatepass.application.port.RefusedLogins;
import io.gatepass.application.port.SignedInUsers;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.usecase.token.ObtainToken.Caller;
import io.gatepass.application.usecase.token.ObtainToken.Outcome;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.failure.SecretStoreUnavailable.Reason;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.LoginPolicy;
import io.gatepass.domain.settings.Connection;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The sign-in that outlives the tool that asked for it: what the process does that {@link
 * LoginProcess} starts. Those who wait for it learn its end by {@link LoginsUnderWay}.
 */
public final class DetachedSignIn {
  private final LoginsUnderWay logins;
  private final LoginProcess process;
  private final TokenStore store;
  private final HeldTokens tokens;
  private final OwnSignIn own;
  private final Attention attention;

  /**
   * What to sign in to.
   *
   * @param connection the gateway and the issuer
   */
  public record Request(Connection connection) {}

  /** Wires the use case to its ports. */
  public DetachedSignIn(
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
    this.logins = logins;
    this.process = process;
    this.store = store;
    this.attention = attention;
    this.tokens = new HeldTokens(store, notices, clock);
    this.own =
        new OwnSignIn(server, tokens, lock, new Refusals(refusals, clock), users, notices, clock);
  }

  /**
   * Signs the user in, unless somebody else does or just has.
   *
   * @throws GatepassException if it comes to nothing; those who wait have been told
   */
  public void signIn(Request request) {
    process.becomeIndependent();
    CredentialScope scope = request.connection().scope();
    Optional<Turn> turn = logins.begin(scope);
    if (turn.isEmpty()) {
      return;
    }
    try (Turn held = turn.get()) {
      Optional<Outcome> there = checked(scope, held);
      if (there.isPresent()) {
        held.leave(new Ending.SignedIn());
      } else {
        run(request.connection(), held);
      }
    }
  }

  private void run(Connection connection, Turn turn) {
    var _ =
        own.run(
            new ObtainToken.Request(
                connection, LoginPolicy.EAGER, LoginChannel.BROWSER, Caller.TOOL),
            turn,
            () -> attention.signInWanted(connection.client().issuer()));
  }

  /** No browser is opened for a sign-in that could not be kept. */
  private Optional<Outcome> checked(CredentialScope scope, Turn turn) {
    try {
      Optional<Outcome> there = tokens.fromStore(scope);
      TokenStore.Description description = store.describe();
      if (!description.remembers()) {
        throw new SecretStoreUnavailable(
            Reason.READ_ONLY,
            "The sign-in would not be remembered: " + description.explanation(),
            "Sign in with: gatepass token --skip-browser");
      }
      return there;
    } catch (GatepassException e) {
      turn.leave(new Ending.Failed(e));
      throw e;
    }
  }
}
