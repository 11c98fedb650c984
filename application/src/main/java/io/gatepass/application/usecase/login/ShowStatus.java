package io.gatepass.application.usecase.login;

import io.gatepass.application.port.LoginsUnderWay;
import io.gatepass.application.port.LoginsUnderWay.Progress;
import io.gatepass.application.port.SignedInUsers;
import io.gatepass.application.port.TokenStore;
import io.gatepass.application.usecase.settings.ResolveSettings;
import io.gatepass.domain.failure.GatepassException;
import io.gatepass.domain.failure.NotConfigured;
import io.gatepass.domain.failure.SecretStoreUnavailable;
import io.gatepass.domain.gateway.CredentialScope;
import io.gatepass.domain.oauth.AccessToken;
import io.gatepass.domain.settings.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells who is signed in, until when, and whether a sign-in is under way. It asks nobody. */
public final class ShowStatus {
  private final ResolveSettings settings;
  private final Supplier<TokenStore> tokens;
  private final LoginsUnderWay logins;
  private final SignedInUsers users;
  private final InstantSource clock;

  /** Nothing to choose. */
  public record Request() {}

  /**
   * The state.
   *
   * @param configured what is known of a complete connection
   * @param missing what is missing where there is none, or an empty text
   */
  public record Outcome(Optional<Configured> configured, String missing) {}

  /**
   * What is known of a complete connection.
   *
   * @param gateway the gateway's address
   * @param issuer the issuer
   * @param signIn whether somebody is signed in
   * @param user who signed in last; only while somebody is signed in
   * @param store the secret store in use, and why it does not remember where it does not
   * @param login the sign-in under way
   */
  public record Configured(
      String gateway,
      String issuer,
      SignIn signIn,
      Optional<String> user,
      String store,
      Optional<Progress> login) {}

  /** Whether somebody is signed in. */
  public sealed interface SignIn {
    /** There is a token that has not expired. */
    record Valid(Instant until) implements SignIn {}

    /** There is a refresh token, which the next call for a token will use. */
    record Refreshable() implements SignIn {}

    /** Nobody is. */
    record None() implements SignIn {}

    /** The secret store does not say. */
    record Unknown(String reason) implements SignIn {}
  }

  /** Wires the use case to its ports. */
  public ShowStatus(
      ResolveSettings settings,
      Supplier<TokenStore> tokens,
      LoginsUnderWay logins,
      SignedInUsers users,
      InstantSource clock) {
    this.settings = settings;
    this.tokens = tokens;
    this.logins = logins;
    this.users = users;
    this.clock = clock;
  }

  /**
   * Shows the state.
   *
   * @throws GatepassException if the settings cannot be read
   */
  public Outcome show(Request request) {
    try {
      Connection connection =
          Connection.of(settings.resolve(new ResolveSettings.Request(Map.of())).settings());
      return new Outcome(Optional.of(configured(connection)), "");
    } catch (NotConfigured e) {
      return new Outcome(Optional.empty(), e.what());
    }
  }

  private Configured configured(Connection connection) {
    CredentialScope scope = connection.scope();
    SignIn signIn = signIn(scope);
    boolean somebody = signIn instanceof SignIn.Valid || signIn instanceof SignIn.Refreshable;
    return new Configured(
        connection.gateway().value(),
        connection.client().issuer().value(),
        signIn,
        somebody ? users.find(scope) : Optional.empty(),
        store(),
        logins.find(scope));
  }

  private SignIn signIn(CredentialScope scope) {
    try {
      Optional<AccessToken> valid =
          tokens.get().accessToken(scope).filter(token -> !token.hasExpired(clock.instant()));
      if (valid.isPresent()) {
        return new SignIn.Valid(valid.get().expiresAt());
      }
      return tokens.get().refreshToken(scope).isPresent()
          ? new SignIn.Refreshable()
          : new SignIn.None();
    } catch (SecretStoreUnavailable e) {
      return new SignIn.Unknown(e.what());
    }
  }

  private String store() {
    TokenStore.Description description = tokens.get().describe();
    return description.remembers()
        ? description.provider()
        : description.provider() + ", which does not remember: " + description.explanation();
  }
}
